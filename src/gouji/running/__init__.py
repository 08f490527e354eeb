"""Many documents: folders walked, files read one by one, everything given together checked together."""
