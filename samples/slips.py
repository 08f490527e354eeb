"""The errors put into the samples on purpose: each is marked where it is printed, and listed once the layout stands."""

from __future__ import annotations

from dataclasses import dataclass, field

FIRST = 0xE000  # marks are signs for private use: they have no width and never occur in a document


@dataclass
class Slips:
    """The errors of one document."""

    made: list[dict[str, object]] = field(default_factory=list)

    def __call__(self, printed: str, true: str, why: str, *rules: str) -> str:
        """`printed` in place of `true`, to be found by `rules` (any of them) and nothing else."""
        self.made.append({"printed": printed, "true": true, "why": why, "rules": sorted(rules)})
        return chr(FIRST + len(self.made) - 1) + printed

    def settle(self, text: str) -> str:
        """The finished text without marks; every error learns the line it stands on."""
        lines = text.split("\n")
        for number, line in enumerate(lines, 1):
            for mark in filter(is_mark, line):
                self.made[ord(mark) - FIRST]["line"] = number
        return "".join(sign for sign in text if not is_mark(sign))


def is_mark(sign: str) -> bool:
    """Is this sign the mark of an error?"""
    return FIRST <= ord(sign) < FIRST + 256
