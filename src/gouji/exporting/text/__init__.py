"""Text for people: what was found and what was read, as lines that a terminal may colour and wrap."""
