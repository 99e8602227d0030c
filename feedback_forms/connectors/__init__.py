"""What is outside: virus scanners."""
