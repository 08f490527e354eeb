"""Target forms in a dump → the grid their table would give."""
