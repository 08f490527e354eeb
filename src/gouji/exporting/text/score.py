"""Scores beside what was recomputed: a table for each form, its total and grade, and what does not fit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction

from gouji.exporting.speech import Speech, heading
from gouji.exporting.text.lines import BLANK, BOUNDLESS, Line, line, padded
from gouji.exporting.text.lines import Span as Stretch
from gouji.exporting.text.score_columns import COLUMNS, STANDINGS, points, row
from gouji.exporting.text.unread import not_read
from gouji.exporting.where import Where
from gouji.model.examination import Failure
from gouji.model.place import Place
from gouji.scoring.award import Standing
from gouji.scoring.department import AREA
from gouji.scoring.grade import Grade
from gouji.scoring.listing import LISTED
from gouji.scoring.points import NAMES
from gouji.scoring.review import AfterReview
from gouji.scoring.scored import Scored
from gouji.scoring.sheet import Line as Scoring
from gouji.scoring.sheet import Sheet
from gouji.scoring.span import Span, percent, percent_span, told, worded

_WIDE = Fraction(1, 20)  # points: a narrower interval is told as one number


def score_lines(
    scored: Sequence[Scored], failures: Sequence[Failure], speech: Speech, wide: int = BOUNDLESS
) -> Iterator[Line]:
    """Every form of every document, then the sum of it all, for a page of so many columns."""
    where = Where((one.report for one in scored), speech)
    without = [one for one in scored if not one.sheets] if len(scored) > 1 else []
    for one in (one for one in scored if one not in without):
        yield line(("━━ ", "dim"), (one.report.path, "strong"))
        yield line(" · ".join(heading(one.report, speech)))
        if not one.sheets:
            yield line((speech("没有自评表或得分表，无可核算。", "No self-evaluation form and no score table."), "dim"))
        for sheet in one.sheets:
            yield BLANK
            yield from _sheet(sheet, where, speech, wide)
        yield BLANK
    yield line(("━━ ", "dim"), (speech("合计", "Total"), "strong"))
    yield line(counted(scored, speech))
    if without:
        told_so = (
            f"其中 {len(without)} 个文件没有自评表或得分表。",
            f"{len(without)} of them have neither forms nor score tables.",
        )
        yield line((speech(*told_so), "dim"))
    yield from not_read(failures, speech)


def counted(scored: Sequence[Scored], speech: Speech) -> str:
    """How many scores came out how, in one sentence."""
    counts: Counter[Standing] = Counter()
    for one in scored:
        counts.update(one.counts())
    forms = sum(len(one.sheets) for one in scored)
    agreeing = counts[Standing.AGREES] + counts[Standing.NEAR] + counts[Standing.ALLOWED]
    return speech(
        f"{len(scored)} 个文件，{forms} 张表：得分相符 {agreeing}，不符 {counts[Standing.DISAGREES]}，"
        f"不能核算 {counts[Standing.OPEN]}，未填得分 {counts[Standing.BLANK]}。",
        f"{len(scored)} document{'s' * (len(scored) != 1)}, {forms} form{'s' * (forms != 1)}: "
        f"{agreeing} scores agree, {counts[Standing.DISAGREES]} disagree, "
        f"{counts[Standing.OPEN]} cannot be recomputed, {counts[Standing.BLANK]} are blank.",
    )


def _sheet(sheet: Sheet, where: Where, speech: Speech, wide: int) -> Iterator[Line]:
    title = "  ".join(part for part in (f"《{sheet.title or sheet.form}》", sheet.project) if part)
    yield line((title, "strong"))
    if sheet.chosen is not None and not sheet.empty:
        scheme = sheet.chosen.scheme
        named = speech(f"核算办法：{scheme.title}", f"Scheme: {scheme.title_en}")
        why = f"（{sheet.chosen.why[0]}）" if speech.lang == "zh" else f" ({sheet.chosen.why[1]})"
        yield line(named, (f"  {scheme.name}", "code"), why, hang=2)
    for chinese, english in sheet.said:
        yield line((speech(chinese, english), "note"), hang=2)
    if sheet.empty:
        return
    yield line((row([speech(zh, en) for zh, en, _ in COLUMNS], wide) + speech("依据", "why"), "dim"), hang=8)
    for scoring in sheet.lines:
        yield _line(scoring, where, speech, wide)
    if sheet.total.standing is not Standing.NONE:
        yield from _total(sheet, speech, wide)


def _line(scoring: Scoring, where: Where, speech: Speech, wide: int) -> Line:
    award = scoring.award
    chinese, english, style = STANDINGS[award.standing]
    share = award.reached.share
    rate = percent(award.reached.plain) if award.reached.plain is not None else percent_span(share) if share else ""
    cells = [
        scoring.name, scoring.target, scoring.actual, rate, points(scoring.points),
        points(scoring.printed),
        "" if award.standing is Standing.NONE else due_text(award.span, award.plain),
    ]  # fmt: skip
    return line(row(cells, wide), (padded(speech(chinese, english), 11), style), *_why(scoring, where, speech), hang=8)


def _why(scoring: Scoring, where: Where, speech: Speech) -> Iterator[str | Stretch]:
    """The rule, its working, how the result was read, and where the score stands if it does not agree."""
    award = scoring.award
    rule = "" if award.reached.of in (AREA, LISTED) else speech.of(NAMES[award.rule]) + speech("：", ": ")
    read = f"{award.reached.told}；" if award.reached.told and speech.lang == "zh" else ""
    if award.why[0]:
        yield rule + speech(f"{read}{award.why[0]}", award.why[1])
    if award.note[0]:
        yield speech("；", "; ") + speech(*award.note)
    if scoring.reviewed is not None:
        yield from _reviewed(scoring.reviewed, speech)
    if award.standing is Standing.DISAGREES and (spot := where.brief(_spot(scoring))):
        yield (f"  {spot}", "place")


def _reviewed(review: AfterReview, speech: Speech) -> Iterator[str | Stretch]:
    """；复核 4万页，得 48 分，相符."""
    award = review.award
    chinese, english, style = STANDINGS[award.standing]
    given, due = worded(award.printed or 0), due_text(award.span, award.plain)
    found = f"完成值 {review.actual}，" if review.actual else ""
    yield speech(f"；复核{found}得 {given} 分，", f"; reviewed {review.actual}: {given}, ")
    yield (speech(chinese, english), style)
    if award.standing is Standing.DISAGREES:
        yield speech(f"（应得 {due}）", f" ({due} due)")


def _spot(scoring: Scoring) -> Place:
    return scoring.printed.place if scoring.printed is not None else scoring.place


def due_text(span: Span, plain: Fraction | None = None) -> str:
    """`19.85`, `14.67±0.08` where rounding hides more than a little, `8—10` for an interval."""
    if plain is None or not span.holds(plain):
        return told(span)
    below, above = plain - span.low, span.high - plain
    if below + above <= _WIDE:
        return worded(plain)
    even = min(below, above) * 2 >= max(below, above)
    return f"{worded(plain)}±{worded(max(below, above))}" if even else told(span)


def _total(sheet: Sheet, speech: Speech, wide: int) -> Iterator[Line]:
    total, grade = sheet.total, sheet.grade
    printed = points(total.printed)
    chinese, english, style = STANDINGS[total.standing]
    span = told(total.span) if total.span is not None else ""
    cells = [speech("总分", "total"), "", "", "", "", printed, span]
    yield line(row(cells, wide), (padded(speech(chinese, english), 11), style), _sum(sheet, speech), hang=8)
    if grade is not None and (grade.of_printed or grade.printed or len(grade.due) == 1):
        yield _grade(sheet, grade, speech)


def _sum(sheet: Sheet, speech: Speech) -> str:
    total = sheet.total
    if total.printed is None:
        return speech("表上没有总分", "no total is printed")
    if total.parts is None:
        return speech("有的项目没有得分，总分不能核对", "some lines have no score")
    told_so = speech("等于各项自评得分之和", "is the sum of the printed scores")
    if total.parts != total.printed.value:
        told_so = speech(f"各项自评得分合计 {total.parts}", f"the printed scores add up to {total.parts}")
    if total.mended is None or total.mended == total.parts:
        return told_so
    mended = worded(total.mended)
    return told_so + speech(
        f"；不符的各项按核算改正后为 {mended}", f"; {mended} with the lines that disagree put right"
    )


def _grade(sheet: Sheet, grade: Grade, speech: Speech) -> Line:
    """The grade printed, the one of the printed total, and those the recomputed total may have."""
    parts: list[str | Stretch] = [speech("等级：", "Grade: ")]
    parts.append(speech(f"表上{_quoted(grade.printed)}", f"printed {grade.printed or 'none'}"))
    if grade.of_printed:
        parts.append(speech(f"，按自评总分为“{grade.of_printed}”", f", {grade.of_printed} by the printed total"))
    if grade.due and sheet.reckoned:
        named = "—".join(grade.due)
        parts.append(speech(f"，按核算总分为“{named}”", f", {named} by the points due"))
    if grade.disagrees:
        parts.append((speech("  不符", "  disagrees"), "error"))
    return line(*parts, hang=2)


def _quoted(grade: str) -> str:
    return f"写“{grade}”" if grade else "没有写"
