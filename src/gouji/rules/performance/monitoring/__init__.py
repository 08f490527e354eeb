"""Rules on the form of monitoring: what was spent and done half-way through the year."""
