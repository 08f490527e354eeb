"""Several documents of one body given together: the same figure twice, targets from year to year, carry-over."""
