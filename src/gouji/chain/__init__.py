"""The documents of one body linked: over the years, from the target to the result. Pure."""
