"""What a stored number looks like in print: number formats as Excel writes them."""
