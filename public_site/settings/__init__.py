"""Settings: the only place that names every app."""
