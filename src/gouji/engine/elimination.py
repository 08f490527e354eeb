"""Small systems of integer inequalities: feasible or not, by whose fault, and how far each unknown may go.

Fourier–Motzkin elimination, exact, on at most a handful of unknowns. Every inequality carries as a bit set the rows it
was derived from, so that an infeasible system names the rows that contradict one another: the implied edit of Fellegi
and Holt (1976).
"""

from __future__ import annotations

from collections.abc import Iterable
from math import gcd

# coefficients → (bound, sources): Σ coefficient·unknown ≤ bound
Inequalities = dict[tuple[int, ...], tuple[int, int]]
MOST = 4000


class TooMany(Exception):
    """Elimination would take more inequalities than are worth deriving."""


def add(system: Inequalities, coefs: tuple[int, ...], bound: int, sources: int) -> int:
    """Add Σ coefs·x ≤ bound, tightened to integers, keeping the tightest of a pattern; the sources of a contradiction, or 0."""
    divisor = gcd(*coefs)
    if divisor == 0:
        return sources if bound < 0 else 0
    if divisor > 1:
        coefs, bound = tuple(coef // divisor for coef in coefs), bound // divisor
    known = system.get(coefs)
    if known is None or bound < known[0]:
        system[coefs] = (bound, sources)
        opposite = system.get(tuple(-coef for coef in coefs))
        if opposite is not None and bound + opposite[0] < 0:
            return sources | opposite[1]
    return 0


def eliminate(system: Inequalities, unknown: int) -> tuple[Inequalities, int]:
    """The shadow without one unknown, and the sources of a contradiction met on the way (0: none)."""
    shadow: Inequalities = {}
    above, below = [], []
    for coefs, (bound, sources) in system.items():
        if coefs[unknown] > 0:
            above.append((coefs, bound, sources))
        elif coefs[unknown] < 0:
            below.append((coefs, bound, sources))
        else:
            shadow[coefs] = (bound, sources)
    if len(above) * len(below) > MOST:
        raise TooMany
    for coefs, bound, sources in above:
        for others, limit, origin in below:
            up, down = -others[unknown], coefs[unknown]
            mixed = tuple(up * a + down * b for a, b in zip(coefs, others, strict=True))
            if wrong := add(shadow, mixed, up * bound + down * limit, sources | origin):
                return shadow, wrong
    return shadow, 0


def contradiction(system: Inequalities, unknowns: Iterable[int]) -> int:
    """The sources of a contradiction among the inequalities; 0 where there is none."""
    for unknown in unknowns:
        system, wrong = eliminate(system, unknown)
        if wrong:
            return wrong
    return 0


def reach(system: Inequalities, unknown: int, unknowns: Iterable[int]) -> tuple[int | None, int | None]:
    """Lowest and highest value of one unknown in a feasible system; None: it is free on that side."""
    for other in unknowns:
        if other != unknown:
            system, _ = eliminate(system, other)
    low: int | None = None
    high: int | None = None
    for coefs, (bound, _) in system.items():
        if coefs[unknown] > 0:
            limit = bound // coefs[unknown]
            high = limit if high is None else min(high, limit)
        elif coefs[unknown] < 0:
            limit = -(bound // -coefs[unknown])
            low = limit if low is None else max(low, limit)
    return low, high
