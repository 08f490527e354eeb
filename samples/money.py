"""Amounts for the samples: true to the fen, added exactly, rounded only when they are printed."""

from __future__ import annotations

import random
from decimal import ROUND_HALF_UP, Decimal

FEN_IN_WAN = 1_000_000


class Purse:
    """Draws amounts: the 万元 asked for, and below what 万元 show some yuan and fen of its own."""

    def __init__(self, owner: str) -> None:
        self._chance = random.Random(owner)

    def __call__(self, wan: str | float) -> int:
        """An amount in fen that prints as `wan`; zero stays zero."""
        fen = int(Decimal(str(wan)) * FEN_IN_WAN)
        return fen + self._chance.randint(-4900, 4900) if fen else 0


def wan(fen: int, comma: bool = True) -> str:
    """Fen printed in 万元 with two decimals."""
    amount = (Decimal(fen) / FEN_IN_WAN).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return f"{amount:,}" if comma else str(amount)


def yuan(fen: int) -> str:
    """Fen printed in 元 with two decimals."""
    return f"{Decimal(fen) / 100:,.2f}"


def percent(part: int, whole: int, decimals: int = 2) -> str:
    """part ÷ whole in per cent, rounded, without the sign's blank."""
    value = Decimal(100) * part / whole if whole else Decimal(0)
    return f"{value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)}%"
