"""One module per family of clocks; each says for a profile and a shape of case how they are read."""
