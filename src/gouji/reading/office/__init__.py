"""Word processors and spreadsheets → pieces."""
