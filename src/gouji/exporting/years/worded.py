"""A contradiction in plain words: what of, the numbers of both sides, by how much they differ."""

from __future__ import annotations

from gouji.exporting.laid import lay_out
from gouji.exporting.speech import OFF, Speech
from gouji.exporting.years.contradictions import Contradiction
from gouji.model.finding import Comparison
from gouji.model.place import Place
from gouji.model.rounding import Verdict

_EXPECTED = {"=": ("应为", "expected"), "≤": ("应不超过", "at most"), "≥": ("应不少于", "at least")}


def titled(one: Contradiction, speech: Speech) -> str:
    """The fault in one line."""
    observed, card = one.finding.observation, one.finding.card
    own = speech(observed.title, observed.title_en) if isinstance(observed, Comparison) else ""
    return own or speech(card.title, card.title_en)


def subject(one: Contradiction, speech: Speech) -> str:
    """Of which year and which amount or indicator: the row and the column of the stated one."""
    at = one.finding.at
    year = speech(f"{one.year} 年", str(one.year)) if one.year else ""
    return " ".join(part for part in (year, "·".join(part for part in (at.row, at.field) if part)) if part)


def units(one: Contradiction) -> dict[Place, str]:
    """The units of the figures, where they are not printed with them: sides may be told in different ones."""
    observed = one.finding.observation
    figures = observed.figures if isinstance(observed, Comparison) else ()
    return {figure.place: figure.unit for figure in figures if figure.unit and not figure.text.endswith(figure.unit)}


def message(one: Contradiction, speech: Speech) -> str:
    """Both sides in a sentence. What number may be wrong is not guessed here: the documents lie apart."""
    observed = one.finding.observation
    if not isinstance(observed, Comparison):
        return speech(observed.message, observed.message_en)
    laid = lay_out(observed, speech)
    note = speech(observed.note, observed.note_en)
    stop, comma = speech.stop(), speech("，", ", ")
    if len(observed.terms) == 1 and observed.relation == "=" and observed.verdict is Verdict.DISAGREE:
        sides = speech(f"一处是 {laid.stated}，另一处是 {laid.expected}", f"{laid.stated} here, {laid.expected} there")
    else:
        sides = f"{speech('列示', 'stated')} {laid.stated}{comma}{speech.of(_EXPECTED[observed.relation])} {laid.working or laid.expected}"
    off = f"{comma}{speech.of(OFF[observed.relation])} {laid.difference}"
    return sides + off + (speech("；", "; ") + note.rstrip("。.") if note else "") + stop
