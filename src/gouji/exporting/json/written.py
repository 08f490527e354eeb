"""Values as JSON text: amounts as strings of plain digits, never as binary fractions."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal


def written(value: Mapping[str, object]) -> str:
    """The JSON text, in UTF-8 signs, with a line end."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def digits(value: Decimal) -> str:
    """A Decimal in plain notation: `550000`, `0.01`, never `5.5E+5`."""
    return f"{value:f}"
