"""The files that could not be read or were passed over, at the end of an answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gouji.exporting.speech import Speech
from gouji.exporting.text.lines import Line, line
from gouji.model.examination import Failure, Skipped


def not_read(failures: Sequence[Failure], speech: Speech) -> Iterator[Line]:
    """Each with its path and what to do about it; nothing where all were read."""
    if failures:
        yield line((speech("未能读取：", "Could not be read:"), "error"))
    for failure in failures:
        yield line("  ", (failure.path, "place"), "  ", speech(failure.message, failure.message_en), hang=4)


def passed_over(skipped: Sequence[Skipped], speech: Speech) -> Iterator[Line]:
    """Each file of a folder that was not looked at, with the reason."""
    if skipped:
        yield line((speech("跳过：", "Passed over:"), "dim"))
    for passed in skipped:
        yield line("  ", (passed.path, "place"), ("  " + speech(passed.reason, passed.reason_en), "dim"), hang=4)
