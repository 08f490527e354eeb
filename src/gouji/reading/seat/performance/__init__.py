"""What the seats of the performance forms share: labels, headers, indicator blocks, money boxes, lists of projects."""
