"""What one could print instead, with a word on the blanks that only the author can fill in."""

from __future__ import annotations

from gouji.exporting.speech import Speech
from gouji.exporting.told import Told

BLANK = "＿＿"


def suggested(told: Told, speech: Speech) -> str:
    """The rewrite of a finding; "" without one."""
    fill = speech("（空处请按实际填写）", " (fill in the blanks)") if BLANK in told.rewrite else ""
    return f"{told.rewrite}{fill}" if told.rewrite else ""
