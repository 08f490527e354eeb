"""Projects: the list of them with their funds, and the application of each."""
