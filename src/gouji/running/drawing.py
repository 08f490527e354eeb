"""Pictures of pages: drawn in children, for the pages asked for, from the very bytes that were read."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module

from gouji.model.medium import Page
from gouji.model.report import Report
from gouji.reading.unreadable import Unreadable
from gouji.running.apart import Crew, Limits
from gouji.running.apart.terms import Done
from gouji.running.opening import contents

_PICTURES = "gouji.running.pictures"  # loaded in the child alone: it brings PDFium
_LIMITS = Limits(seconds=20)  # a picture is a comfort: nobody waits long for it
_AT_ONCE = 12  # pages drawn by one call: several children share a long document

Drawn = Mapping[int, tuple[str, bytes]]  # page → its media type and bytes


def pictures(
    reports: Iterable[Report],
    wanted: Mapping[str, Sequence[int]],
    jobs: int | None = None,
    limits: Limits | None = None,
) -> dict[str, dict[int, str]]:
    """document → page → its picture as a `data:` address. What cannot be drawn is left out."""
    found: dict[str, dict[int, str]] = {}
    with Crew(jobs, limits or _LIMITS) as crew:
        calls = [
            (report.path, crew.submit(drawn, report.path, report.sha256, tuple(report.pages), tuple(part)))
            for report in reports
            for part in _parts(wanted.get(report.path, ()))
        ]
        for path, call in calls:
            outcome = call.result()
            if isinstance(outcome, Done):
                found.setdefault(path, {}).update(_addresses(outcome.value))
    return found


def _parts(pages: Sequence[int]) -> list[Sequence[int]]:
    return [pages[start : start + _AT_ONCE] for start in range(0, len(pages), _AT_ONCE)]


def _addresses(drawn: Drawn) -> dict[int, str]:
    return {page: f"data:{kind};base64,{base64.b64encode(data).decode()}" for page, (kind, data) in drawn.items()}


def drawn(path: str, sha256: str, pages: tuple[Page, ...], wanted: tuple[int, ...]) -> Drawn:
    """The pages wanted; none where the file has gone or is no longer the one that was read. Runs in a child."""
    try:
        data = contents(path, path)
    except (OSError, Unreadable):
        return {}
    if hashlib.sha256(data).hexdigest() != sha256:
        return {}
    sizes = {page.number: page for page in pages}
    draw = import_module(_PICTURES).draw
    return dict(draw(data, path, [sizes[number] for number in wanted if number in sizes]))
