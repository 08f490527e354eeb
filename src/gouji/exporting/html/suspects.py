"""What is most likely wrong: in the list of findings, and for the script with its identities before and after."""

from __future__ import annotations

import html

from gouji.exporting.candidates import Candidate, candidates, mended
from gouji.exporting.html.survey import Survey
from gouji.exporting.laid import lay_out, short_sum
from gouji.exporting.speech import Speech, address
from gouji.exporting.standings import FAULTS, WHOLES
from gouji.exporting.suspected import as_before, choices, is_slip_of_the_stated, names_a_number
from gouji.exporting.text.lines import safe, shortened
from gouji.exporting.told import tell
from gouji.exporting.where import Where
from gouji.model.finding import Change, Comparison, Finding, Suspect
from gouji.model.place import Place
from gouji.model.rounding import Verdict
from gouji.model.standing import Standing

MOST_CHOICES = 6
MOST_IDENTITIES = 40
_FAILS = {"=": "≠", "≤": "＞", "≥": "＜"}
_HOLDS = (Verdict.AGREE, Verdict.WITHIN_ROUNDING)


def clause(finding: Finding, speech: Speech) -> str:
    """What the list says below the sum of a finding: strong where a number is named."""
    told = tell(finding, speech)
    if not told.suspect or not isinstance(finding.observation, Comparison):
        return ""
    named = names_a_number(finding)
    stop = speech("：", ":") if choices(finding, speech) else speech.stop()
    return f'<span class="{"likely" if named else "unsure"}">{html.escape(safe(told.suspect + stop))}</span>'


def told_there(before: Place, where: Where, speech: Speech) -> str:
    """Where the same candidates have been told already."""
    return f'<span class="unsure">{html.escape(safe(as_before(before, where.short(before), speech)))}</span>'


def ways(finding: Finding, survey: Survey, where: Where, speech: Speech) -> str:
    """Of several candidates, each as a link to its spot."""
    listed = choices(finding, speech)
    rows = [f"<li>{''.join(_way(each, survey, where, speech) for each in way)}</li>" for way in listed[:MOST_CHOICES]]
    rest = len(listed) - MOST_CHOICES
    rows += [f"<li>{speech(f'……另有 {rest} 处', f'… {rest} more')}</li>"] if rest > 0 else []
    return f'<ul class="ways">{"".join(rows)}</ul>' if rows else ""


def _way(each: Candidate, survey: Survey, where: Where, speech: Speech) -> str:
    spot = survey.number(each.place)
    at = f"{where.short(each.place)} {shortened(address(each.place), 50)}"
    return (
        f'<a href="#s{spot}" data-s="{spot}"><span class="where">{html.escape(safe(at))}</span>'
        f"{html.escape(safe(each.worded(speech)))}</a>"
    )


def told_to_script(finding: Finding, survey: Survey, speech: Speech) -> list[object]:
    """[spot, severity, sentence, how sure, ways of [spot, likely, slip], identities, how many, are they mended]."""
    suspect = finding.suspect
    assert suspect is not None
    named = names_a_number(finding)
    listed = candidates(suspect, speech) if named else []
    listed = listed[:MOST_CHOICES] if suspect.standing is Standing.ONE_OF else listed[:1]
    plain = is_slip_of_the_stated(finding)  # its one sum is laid out below as it is
    concerned = suspect.clears if suspect.whole or named and not plain else ()
    changes = suspect.changes if named else ()
    return [
        survey.number(finding.at), finding.severity.value, safe(tell(finding, speech).suspect), _label(suspect, named, speech),
        [[[survey.number(each.place), safe(each.likely), each.slip] for each in way] for way in listed],
        [_identity(each, changes, survey, speech) for each in concerned[:MOST_IDENTITIES]],
        len(concerned),
    ]  # fmt: skip


def _label(suspect: Suspect, named: bool, speech: Speech) -> str:
    """How sure it is, or what befell a table, in a word or two."""
    if suspect.whole:
        return speech.of(WHOLES[suspect.whole])
    return speech.of(FAULTS[suspect.standing]) if named else speech("判断", "reading")


def _identity(comparison: Comparison, changes: tuple[Change, ...], survey: Survey, speech: Speech) -> list[object]:
    """[spot, formula, before, after, does it hold then]; after is "" where it cannot be reckoned again."""
    after = mended(comparison, changes) if changes else None
    return [
        survey.number(comparison.stated.place), safe(comparison.formula), safe(_laid(comparison, speech)),
        safe(_laid(after, speech)) if after else "", after is not None and after.verdict in _HOLDS,
    ]  # fmt: skip


def _laid(comparison: Comparison, speech: Speech) -> str:
    """`55.00 ≠ 30.00 + 20.00 = 50.00`."""
    laid = lay_out(comparison, speech)
    holds = comparison.verdict in _HOLDS
    sign = comparison.relation
    if comparison.verdict is Verdict.WITHIN_ROUNDING and sign == "=":
        sign = "≈"
    return f"{laid.stated} {sign if holds else _FAILS[comparison.relation]} {short_sum(laid.working or laid.expected, speech)}"
