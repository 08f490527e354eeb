"""Web pages → pieces."""
