"""The contradictions of a body in words, each with both addresses."""

from __future__ import annotations

from collections.abc import Sequence

from gouji.exporting.html.summary import text
from gouji.exporting.html.years.sheet import Sheet, file_name
from gouji.exporting.speech import SEVERITIES, address
from gouji.exporting.told import based
from gouji.exporting.years.contradictions import Contradiction, Found
from gouji.exporting.years.worded import message, subject, titled, units
from gouji.model.place import Place

MOST_LISTED = 300
_LONGEST = 160


def contradictions(found: Found, several: bool, owner: str, sheet: Sheet) -> str:
    """The list; a good word where there is nothing to list although there are `several` documents."""
    speech = sheet.speech
    title = speech("文件之间的前后不一致", "Contradictions between documents")
    grave = [one for one in found.all if not one.remark]
    noted = [one for one in found.all if one.remark]
    listed = _list(grave, owner, sheet)
    if not grave:
        told = speech("没有发现。", "None was found.") if several else speech("只有一份文件，无可对照。", "A single document.")
        listed = f'<p class="none{" good" * several}">{told}</p>'
    more = speech("值得留意（不算差错）", "Worth a look, not wrong") + f" {len(noted)}"
    notes = f"<details><summary>{more}</summary>{_list(noted, owner, sheet)}</details>" if noted else ""
    inside = speech(
        f"另外，各文件内部还有 {found.inside} 处错误或警告，见核对报告（gouji check）。",
        f"{found.inside} more errors and warnings lie within single documents: see gouji check.",
    )
    tail = f'<p class="soft">{inside}</p>' if found.inside else ""
    return f'<div class="found" id="{owner}found"><h3>{title}<small>{len(grave) or ""}</small></h3>{listed}{notes}{tail}</div>'


def _list(found: Sequence[Contradiction], owner: str, sheet: Sheet) -> str:
    items = "".join(_item(one, owner, sheet) for one in found[:MOST_LISTED])
    rest = len(found) - MOST_LISTED
    told = f'<li class="rest">{sheet.speech(f"……另有 {rest} 处从略", f"… {rest} more")}</li>' if rest > 0 else ""
    return f"<ol>{items}{told}</ol>"


def _item(one: Contradiction, owner: str, sheet: Sheet) -> str:
    speech = sheet.speech
    title = titled(one, speech)
    severity = one.finding.severity
    about = f'<span class="about">{text(subject(one, speech))}</span>'
    chip = f'<span class="chip">{text(speech.of(SEVERITIES[severity]))}</span>'
    told = units(one)
    places = "".join(_place(place, told.get(place, ""), number, sheet) for number, place in enumerate(one.places))
    more = f'<li class="soft">{speech(f"……共 {one.more + len(one.places)} 处", f"… {one.more} more")}</li>' if one.more else ""
    basis = f"{speech('依据', 'basis')} {based(one.finding.card, speech)}"
    return (
        f'<li class="{severity.value}" id="{owner}c{one.number}"><span class="flag">{one.number}</span>'
        f"<p>{chip}<b>{text(title)}</b>{about}</p><p>{text(message(one, speech))}</p>"
        f'<ul class="sides">{places}{more}</ul><p class="basis">{text(basis)}　<code>{text(one.finding.card.name)}</code></p></li>'
    )


def _place(place: Place, unit: str, number: int, sheet: Sheet) -> str:
    """A side: what is printed, in which document, where."""
    shown = place.text if len(place.text) <= _LONGEST else place.text[:_LONGEST] + "…"
    first = sheet.speech("此处", "here") if number == 0 else sheet.speech("对照", "against")
    href = sheet.link(place)
    seen = f'<a href="{text(href)}">{sheet.speech("看原文", "see it")}</a>' if href else ""
    where = " ".join(part for part in (sheet.where.short(place), address(place)) if part)
    return (
        f'<li><span class="side">{first}</span><span><b class="n"{sheet.at(place)}>{text(shown or "—")}</b>{unit and f" {text(unit)}"}</span>'
        f'<span class="from">{text(file_name(place.document))}<small>{text(where)}{seen}</small></span></li>'
    )
