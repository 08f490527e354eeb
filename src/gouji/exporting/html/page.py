"""The page as one self-contained file."""

from __future__ import annotations

from gouji.exporting.speech import Speech
from gouji.model.examination import Examination


def page(examination: Examination, speech: Speech) -> str:
    """The whole page."""
    return f"<!doctype html><title>gouji</title>{len(examination.documents)}"
