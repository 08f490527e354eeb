"""Rules that look at the tables of any document, whatever its kind: their units, and tables of no known form."""
