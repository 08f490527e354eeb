"""One table against another: totals and budgets, single codes, and what carry-over must explain."""
