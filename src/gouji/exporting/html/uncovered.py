"""The figures nobody looks at, counted form by form, each form a link to the first of them."""

from __future__ import annotations

from collections.abc import Iterable

from gouji.exporting.html.summary import text
from gouji.exporting.html.survey import Survey
from gouji.exporting.speech import Speech, is_form
from gouji.model.examination import Examined
from gouji.model.figure import Figure
from gouji.model.place import Place


def uncovered(document: Examined, survey: Survey, speech: Speech) -> str:
    """A list to fold out, the form with most of them first; "" where every figure is looked at."""
    parts = _by_form(document.report.figures(), speech)
    bare = {name: [place for place in places if not survey.look(place).identities] for name, places in parts.items()}
    number = sum(map(len, bare.values()))
    if not number:
        return ""
    told = speech(f"没有勾稽关系核对的数 {number} 个", f"{number} figure{'s' * (number != 1)} no identity looks at")
    rows = sorted(((name, found) for name, found in bare.items() if found), key=lambda each: -len(each[1]))
    items = "".join(_item(name, found, len(parts[name]), survey) for name, found in rows)
    return f'<details class="uncovered"><summary>{text(told)}</summary><ul>{items}</ul></details>'


def only_uncovered(document: Examined, survey: Survey, speech: Speech) -> str:
    """The button that fades all but the figures nobody looks at; "" where there are none."""
    if all(survey.look(figure.place).identities for figure in document.report.figures()):
        return ""
    show = speech("只看没有核对到的数", "show only figures no identity looks at")
    return f'<button type="button" class="only-bare" aria-pressed="false">{show}</button>'


def _by_form(figures: Iterable[Figure], speech: Speech) -> dict[str, list[Place]]:
    """The figures of each form; what stands under headings is the text."""
    parts: dict[str, list[Place]] = {}
    for figure in figures:
        form = figure.place.form
        name = f"《{form}》" if is_form(form) else speech("文字所述", "running text")
        parts.setdefault(name, []).append(figure.place)
    return parts


def _item(name: str, found: list[Place], whole: int, survey: Survey) -> str:
    spot = survey.number(found[0])
    return f'<li><a href="#s{spot}" data-jump="{spot}">{text(name)}</a><span>{len(found)} / {whole}</span></li>'
