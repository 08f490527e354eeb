"""What befell a whole table or row of it: which unit, which row, and the report with it put right."""
