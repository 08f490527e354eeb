"""The command line: check, read, rules. Exit 0 clean, 1 findings, 2 could not run."""

from gouji.cli.entry import main, program

__all__ = ["main", "program"]
