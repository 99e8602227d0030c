"""One module per family of clocks; each reads the profile and the history and gives readings."""
