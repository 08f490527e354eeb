"""gouji 勾稽: every figure of a public budget document with its address, its sums and its evidence."""

__version__ = "0.1.0"
RULES_VERSION = "2026.1"
