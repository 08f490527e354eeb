"""The engine: the identities of one document as integer rows, their verdict, and the fewest numbers that mend them."""
