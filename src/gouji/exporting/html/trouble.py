"""The files that could not be read or were passed over, for the head of a page."""

from __future__ import annotations

from gouji.exporting.html.summary import text
from gouji.exporting.speech import Speech
from gouji.model.examination import Examination


def trouble(examination: Examination, speech: Speech) -> str:
    """The files that could not be read or were passed over."""
    failed = "".join(
        f"<li><b>{text(failure.path)}</b> {text(speech(failure.message, failure.message_en))}</li>"
        for failure in examination.failures
    )
    passed = "".join(
        f"<li>{text(skipped.path)} {text(speech(skipped.reason, skipped.reason_en))}</li>"
        for skipped in examination.skipped
    )
    return (
        f'<div class="trouble"><h2>{speech("未能读取的文件", "Not read")}</h2><ul>{failed}</ul></div>'
        * bool(failed)
        + f"<details><summary>{speech('跳过的文件', 'Passed over')} {len(examination.skipped)}</summary>"
        f"<ul>{passed}</ul></details>" * bool(passed)
    )
