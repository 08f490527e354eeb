"""Rules about the text: what its sentences state, against each other and against the tables."""
