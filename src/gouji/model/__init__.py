"""The nouns of the field: places, figures, tables, claims, indicators, reports, findings. Standard library only."""
