"""Scores recomputed: schemes as dated data, points from what was reached, grades, beside what is printed. Pure."""
