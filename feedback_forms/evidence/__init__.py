"""The upload pipeline: sniff, limit, scan, clean, seal."""
