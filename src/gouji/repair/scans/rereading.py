"""What the identities of a document say about its reading: a figure of a scan that was misread is read again.

Where a figure was not read surely and another reading of its ink makes identities hold that fail, far likelier than
any error of the document, it is our reading that is wrong. What was read surely is left, and its finding stays.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from gouji.model.figure import Figure
from gouji.model.finding import Checked, Result
from gouji.model.place import Place
from gouji.model.report import Doubt, Report
from gouji.reading.scan.choosing import is_clear
from gouji.repair.amending import amended
from gouji.repair.asking import ask
from gouji.repair.evidence import identities
from gouji.repair.scans.other_readings import PERCENT, others
from gouji.rules.check import check
from gouji.rules.rule import Rule

_MOST_ROUNDS = 3


def checked_twice(reports: Sequence[Report], rules: Sequence[Rule]) -> tuple[tuple[Report, ...], tuple[Checked, ...]]:
    """The reports, misread figures read again, and what the rules say of them."""
    kept, checked = tuple(reports), check(reports, rules) if reports else ()
    for _ in range(_MOST_ROUNDS):
        made = tuple(map(reread, kept, checked))
        if all(one is other for one, other in zip(made, kept, strict=True)):
            break
        again = check(made, rules)
        if sum(map(_failing, again)) >= sum(map(_failing, checked)):
            break  # it did not help: as it was read, then
        kept, checked = made, again
    return kept, checked


def _failing(checked: Checked) -> int:
    return sum(outcome.result is Result.DISAGREE for outcome in checked.outcomes)


def reread(report: Report, checked: Checked) -> Report:
    """The report with the figures that the identities show to be misread as they are then to be read, each said."""
    if not any(spot.sure for spot in report.spots) or not _failing(checked):
        return report
    known = [each for each in identities(checked) if each.grave or not each.fails]
    try:
        asked = ask(report, known, {})
    except Exception:  # a fault of ours; the same is asked where findings are located, and said there
        return report
    figures: dict[Place, Figure] = {}
    doubts: list[Doubt] = []
    for answer in asked.diagnosis.answers:
        best = answer.fault.best
        for change in best.changes if best and is_clear(answer) else ():
            figure = asked.built.figures[change.cell]
            made = _as(report, figure, asked.built.amount(change.cell, change.likely))
            if made is not None:
                figures[figure.place] = made
                doubts.append(Doubt(made.place, _said(figure, made, len(answer.relations))))
    return replace(amended(report, figures), doubts=(*report.doubts, *doubts)) if figures else report


def _said(figure: Figure, made: Figure, relations: int) -> str:
    return f"此数识别为 {figure.text}，按 {relations} 条勾稽关系推定为 {made.text}，请核对原件。"


def _as(report: Report, figure: Figure, value: Decimal) -> Figure | None:
    """The figure with another value of its ink."""
    text = next((each.text for each, other in others(report, figure) if other == value), None)
    if text is None:
        return None
    text += figure.text[len(figure.text.rstrip(PERCENT)) :]
    place = replace(figure.place, text=text) if figure.place.text == figure.text else figure.place
    return replace(figure, value=value, text=text, place=place)
