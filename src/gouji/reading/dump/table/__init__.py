"""Tables of figures in a dump: found among the running text, their header, rows and columns put together again."""
