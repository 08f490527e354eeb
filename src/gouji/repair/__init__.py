"""Which printed number is wrong: the one whose change makes most of what disagrees agree. Pure."""
