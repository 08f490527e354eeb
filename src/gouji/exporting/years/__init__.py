"""A body's years made ready to be shown: amounts laid side by side, contradictions in their places, the whole in words."""
