"""What one could print instead is shown by every output; blanks are said to be blanks."""

from __future__ import annotations

from gouji.exporting.rewritten import suggested
from gouji.exporting.speech import Speech
from gouji.exporting.told import tell
from gouji.model.finding import Card, Finding, Remark, Severity
from gouji.model.place import Place

CARD = Card("target-value-is-long-term", "写“长期”", "“long-term”", "财预〔2015〕88号", severity=Severity.NOTE)


def _finding(rewrite: str) -> Finding:
    at = Place("例.txt", text="长期")
    return Finding("0", CARD, Severity.NOTE, at, Remark(at, "是“长期”", "long-term", rewrite=rewrite))


def _suggested(rewrite: str, speech: Speech) -> str:
    return suggested(tell(_finding(rewrite), speech), speech)


def test_a_rewrite_is_told_as_it_is() -> None:
    assert _suggested("≥95%", Speech()) == "≥95%"
    assert _suggested("", Speech()) == ""


def test_blanks_of_a_rewrite_are_said_to_be_filled_in() -> None:
    assert _suggested("≥＿＿%", Speech()) == "≥＿＿%（空处请按实际填写）"
