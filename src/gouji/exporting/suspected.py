"""What is most likely wrong, in words: the number and its right value, the candidates, or why it cannot be told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from gouji.exporting.candidates import Candidate, candidates
from gouji.exporting.speech import Speech, address
from gouji.exporting.standings import FAULTS
from gouji.model.figure import worded
from gouji.model.finding import Change, Comparison, Finding, Suspect
from gouji.model.place import Place
from gouji.model.slip import Slip
from gouji.model.standing import Standing

_NAMED = (Standing.LOCATED, Standing.ONE_OF)  # only with these are numbers named
_IN_A_SENTENCE = 3


def names_a_number(finding: Finding) -> bool:
    """Do all identities together say which number it is, or which few it may be?"""
    suspect = finding.suspect
    return suspect is not None and suspect.standing in _NAMED and bool(suspect.changes)


def is_slip_of_the_stated(finding: Finding) -> bool:
    """Is it one sum and its own stated figure that is wrong? Then the sum has said nearly all of it."""
    observed, suspect = finding.observation, finding.suspect
    if suspect is None or not isinstance(observed, Comparison) or suspect.standing is not Standing.LOCATED:
        return False
    if len(suspect.changes) != 1 or len(suspect.clears) > 1:
        return False
    change = suspect.changes[0]
    stated = observed.stated
    return change.figure.place == stated.place and _same_in_print(observed, change)


def _same_in_print(observed: Comparison, change: Change) -> bool:
    stated = observed.stated
    return worded(observed.expected, stated.unit, stated.step, stated.kind) == worded(
        change.likely, stated.unit, stated.step, stated.kind
    )


def sentence(finding: Finding, speech: Speech) -> str:
    """What a person is told to change, or why that cannot be told; "" where there is nothing to add."""
    suspect = finding.suspect
    if suspect is None or suspect.whole:
        return _concerned(suspect, speech) if suspect else ""
    if suspect.standing not in _NAMED or not suspect.changes:
        return speech.of(FAULTS.get(suspect.standing, ("", "")))
    ways = candidates(suspect, speech)
    if suspect.standing is Standing.ONE_OF and len(ways) > 1:
        return _any_of(ways, len(suspect.clears), speech)
    if is_slip_of_the_stated(finding):
        slip = ways[0][0].slip
        return speech(f"多半是{slip}", f"most likely {slip}") if slip else ""
    return _this(finding, suspect, ways[0], speech)


def _concerned(suspect: Suspect, speech: Speech) -> str:
    number = len(suspect.clears)
    return speech(f"涉及 {number} 条勾稽关系", f"{number} identities are concerned") if number else ""


def _this(finding: Finding, suspect: Suspect, way: Sequence[Candidate], speech: Speech) -> str:
    """One number, or several together, with where they stand unless that has been said."""
    number = len(suspect.clears)
    if len(way) == 1:
        at = "" if way[0].place == finding.at else address(way[0].place)
        perhaps = suspect.standing is not Standing.LOCATED
        case = way[0].worded(speech, at)
        return speech(
            f"{'可能' if perhaps else '多半'}是 {case}：改这一处，{_all_hold(number, speech)}",
            f"{'perhaps' if perhaps else 'most likely'} {case}: this one change makes {_all_hold(number, speech)}",
        )
    if _exchanged(suspect):
        cases = speech("，", ", ").join(each.worded(speech, address(each.place)) for each in _without_slip(way))
        return speech(
            f"多半是两处的数互换了：{cases}；换回来，{_all_hold(number, speech)}",
            f"most likely two numbers were exchanged: {cases}; back in place they make {_all_hold(number, speech)}",
        )
    perhaps = suspect.standing is not Standing.LOCATED
    return speech(
        f"{'可能' if perhaps else '多半'}是以下 {len(way)} 个数同时有误，一并更正，{_all_hold(number, speech)}",
        f"{'perhaps' if perhaps else 'most likely'} these {len(way)} numbers are wrong: together they make {_all_hold(number, speech)}",
    )


def _exchanged(suspect: Suspect) -> bool:
    """Are two neighbours in each other's place? That is told in one sentence."""
    return len(suspect.changes) == 2 and all(change.slip is Slip.SWAPPED for change in suspect.changes)


def _without_slip(way: Sequence[Candidate]) -> Iterator[Candidate]:
    return (Candidate(each.place, each.stated, each.likely, "") for each in way)


def _all_hold(number: int, speech: Speech) -> str:
    if number == 1:
        return speech("这条勾稽关系成立", "this identity hold")
    return speech(f"{number} 条勾稽关系全部成立", f"all {number} identities hold")


def _any_of(ways: Sequence[tuple[Candidate, ...]], number: int, speech: Speech) -> str:
    blank = " " * (number > 1)
    if any(len(way) > 1 for way in ways):
        return speech(
            f"以下 {len(ways)} 种改法，任一种都能使{blank}{_all_hold(number, speech)}，请对照原始凭证",
            f"each of these {len(ways)} corrections makes {_all_hold(number, speech)}; check the vouchers",
        )
    return speech(
        f"以下 {len(ways)} 处改任何一处，都能使{blank}{_all_hold(number, speech)}，请对照原始凭证",
        f"changing any one of these {len(ways)} makes {_all_hold(number, speech)}; check the vouchers",
    )


def in_one_sentence(finding: Finding, speech: Speech) -> str:
    """As `sentence`, with the candidates in it where there are several."""
    said = sentence(finding, speech)
    listed = choices(finding, speech)
    if not listed:
        return said
    each = [speech("和", " and ").join(one.worded(speech, address(one.place)) for one in way) for way in listed]
    rest = len(each) - _IN_A_SENTENCE
    more = speech(f"，另有 {rest} 处", f", {rest} more") if rest > 0 else ""
    return said + speech("：", ": ") + speech("，", ", ").join(each[:_IN_A_SENTENCE]) + more


def choices(finding: Finding, speech: Speech) -> list[tuple[Candidate, ...]]:
    """What is to be listed: the changes of which any one would do, or the numbers that are wrong together."""
    suspect = finding.suspect
    if suspect is None or suspect.whole or not names_a_number(finding):
        return []
    ways = candidates(suspect, speech)
    if suspect.standing is Standing.ONE_OF and len(ways) > 1:
        return ways
    return [] if len(ways[0]) == 1 or _exchanged(suspect) else [(each,) for each in ways[0]]


def told_as_choice(finding: Finding) -> bool:
    """Would any one of what is listed do, rather than all together?"""
    suspect = finding.suspect
    return suspect is not None and suspect.standing is Standing.ONE_OF and bool(suspect.alternatives)


def told_before(findings: Iterable[Finding]) -> dict[str, Place]:
    """Of findings with the same suspected numbers, told in that order: the later ones, and where the first of them stands."""
    first: dict[Suspect, Place] = {}
    later: dict[str, Place] = {}
    for finding in findings:
        suspect = finding.suspect
        if suspect is None or suspect.whole or not names_a_number(finding):
            continue
        place = first.setdefault(replace(suspect, clears=()), finding.at)
        if place is not finding.at:
            later[finding.fingerprint] = place
    return later


def as_before(place: Place, at: str, speech: Speech) -> str:
    """What the later of them say instead."""
    here = f"{at} {address(place)}".strip()
    return speech(f"与 {here} 同因，可能有误的数见该处", f"for the same reason as {here}: see the numbers listed there")


def evidence(finding: Finding) -> list[Comparison]:
    """The other identities that the suspected number breaks: those beside the one the finding lays out itself."""
    suspect = finding.suspect
    if suspect is None or suspect.whole or suspect.standing not in _NAMED:
        return []
    observed = finding.observation
    own = _who(observed) if isinstance(observed, Comparison) else None
    return [each for each in suspect.clears if _who(each) != own]


def _who(comparison: Comparison) -> frozenset[Place]:
    return frozenset(figure.place for figure in comparison.figures)
