"""Lists of projects in a dump → the grid their table would give, with the fund columns found again."""
