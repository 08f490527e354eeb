"""The words of the field as dated data: terms, forms and their columns, classification codes, laws."""
