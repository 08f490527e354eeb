"""Sheets of any workbook → pieces: merges, tables and the lines around them."""
