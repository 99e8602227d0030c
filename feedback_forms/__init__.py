"""From a blank form to a stored submission."""
