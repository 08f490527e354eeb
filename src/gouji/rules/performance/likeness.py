"""How alike two texts are: nearly the same name, nearly the same goal."""

from __future__ import annotations

from difflib import SequenceMatcher

NEARLY = 0.8
LONGEST_COMPARED = 4_000


def alike(one: str, other: str, least: float = NEARLY) -> bool:
    """Do the texts agree in at least that share of their characters? Long ones are compared at their beginning."""
    if one == other:
        return True
    shorter, longer = sorted((one[:LONGEST_COMPARED], other[:LONGEST_COMPARED]), key=len)
    if not shorter or 2 * len(shorter) < least * (len(shorter) + len(longer)):
        return False
    matcher = SequenceMatcher(None, shorter, longer, autojunk=False)
    return matcher.quick_ratio() >= least and matcher.ratio() >= least
