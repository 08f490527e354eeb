"""Whole bodies, invented: targets, budget, monitoring, self-evaluation and accounts of several years out of one world."""
