"""The parts of a Word document: body, tables, numbering, styles, notes."""
