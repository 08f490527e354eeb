"""What was found, document by document: errors and warnings in full, notes gathered by rule, then the sum of it all."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from gouji.exporting.speech import SEVERITIES, Speech, address, heading
from gouji.exporting.suspected import told_before
from gouji.exporting.text.finding import findings_at_one_place, note_lines
from gouji.exporting.text.lines import BLANK, SEVERITY_STYLES, Line, Span, line, shortened
from gouji.exporting.text.unread import not_read, passed_over
from gouji.exporting.told import by_rule
from gouji.exporting.where import Where
from gouji.model.examination import Examination, Examined
from gouji.model.finding import Coverage, Result, Severity
from gouji.model.report import Doubt, Report
from gouji.model.rounding import Tolerance
from gouji.repair.locate import CUT_SHORT, CUT_SHORT_EN, cut_short

MOST_DOUBTS = 10
MOST_TITLES = 6


def check_lines(examination: Examination, speech: Speech) -> Iterator[Line]:
    """The whole report."""
    where = Where((document.report for document in examination.documents), speech)
    for document in examination.documents:
        yield from _document(document, where, speech)
        yield BLANK
    yield from _summary(examination, speech)


def _document(document: Examined, where: Where, speech: Speech) -> Iterator[Line]:
    report = document.report
    yield line(("━━ ", "dim"), (report.path, "strong"))
    yield line(" · ".join(heading(report, speech)))
    yield line(covered(document.checked.coverage, speech))
    yield line((_weighed(document, speech), "dim"))
    if told := by_own_header(report, speech):
        yield line((told, "note"))
    grave = [finding for severity in (Severity.ERROR, Severity.WARNING) for finding in document.found(severity)]
    before = told_before(grave)
    for severity in (Severity.ERROR, Severity.WARNING):
        for _, here in groupby(document.found(severity), key=lambda finding: finding.at):
            yield BLANK
            yield from findings_at_one_place(list(here), report, before, where, speech)
    if not document.found(Severity.ERROR) and not document.found(Severity.WARNING):
        yield _clean(document.checked.coverage, speech)
    for group in by_rule(document.found(Severity.NOTE)).values():
        yield BLANK
        yield from note_lines(group, where, speech)
    yield from _doubts(report.doubts, where, speech)
    if told := given_up(document, speech):
        yield line((told, "warning"))
    yield from _broken(document, speech)


def _clean(coverage: Coverage, speech: Speech) -> Line:
    """Nothing found; where nothing could be checked that is no good news, and is not told as such."""
    if not coverage.figures:
        told = speech(
            "没有读出可核对的数，不能据此认为文件无误。", "No figure was read: this does not mean that all is well."
        )
        return line((told, "warning"))
    if coverage.unread:
        told = speech(
            f"读出的数没有发现错误和警告，但有 {coverage.unread} 处未能识读，不能算全部核对过。",
            f"No errors and no warnings in what was read, but {coverage.unread} figures could not be read.",
        )
        return line((told, "warning"))
    return line((speech("没有发现错误和警告。", "No errors and no warnings."), "good"))


def covered(coverage: Coverage, speech: Speech) -> str:
    """The coverage in one sentence."""
    once = coverage.once
    once_zh = f"（其中 {once} 个只有 1 条）" if once else ""
    once_en = f" ({once} by one identity only)" if once else ""
    return speech(
        f"共读出 {coverage.figures} 个数，{coverage.vouched} 个有勾稽关系印证{once_zh}，{coverage.unvouched} 个无从印证，"
        f"{coverage.unread} 处未能识读。",
        f"{coverage.figures} figure{'s' * (coverage.figures != 1)} read: {coverage.vouched} vouched for{once_en}, "
        f"{coverage.unvouched} not vouched for; {coverage.unread} could not be read.",
    )


def by_own_header(report: Report, speech: Speech) -> str:
    """Which tables no form of the vocabulary fits: they are checked for their own sums only. "" when there are none."""
    titles = [table.title for table in report.tables if not table.known and any(table.figures())]
    if not titles:
        return ""
    named = "、".join(f"“{shortened(title, 24)}”" for title in titles[:MOST_TITLES])
    return speech(
        f"{len(titles)} 张表没有对应的表样，按原表头读取，只核对表内合计：{named}{'等' * (len(titles) > MOST_TITLES)}。",
        f"{len(titles)} table{'s' * (len(titles) != 1)} of no known form, read by the header and checked for sums only: {named}.",
    )


def given_up(document: Examined, speech: Speech) -> str:
    """That the search for wrong numbers was cut short; "" where it came to its end."""
    return speech(f"{CUT_SHORT}。", f"{CUT_SHORT_EN}.") if cut_short(document.checked) else ""


def _weighed(document: Examined, speech: Speech) -> str:
    results = document.comparisons()
    run = results[Result.AGREE] + results[Result.WITHIN_ROUNDING] + results[Result.DISAGREE]
    return speech(
        f"核对勾稽关系 {run} 次：相符 {results[Result.AGREE]}，尾数差 {results[Result.WITHIN_ROUNDING]}，"
        f"不符 {results[Result.DISAGREE]}。",
        f"{run} comparison{'s' * (run != 1)}: {results[Result.AGREE]} agree, {results[Result.WITHIN_ROUNDING]} within rounding, "
        f"{results[Result.DISAGREE]} disagree.",
    )


def _doubts(doubts: tuple[Doubt, ...], where: Where, speech: Speech) -> Iterator[Line]:
    if not doubts:
        return
    yield BLANK
    told = speech(
        f"可能漏读之处 {len(doubts)} 处，请对照原件：",
        f"{len(doubts)} place{'s' * (len(doubts) != 1)} read with doubt:",
    )
    yield line((told, "note"))
    for doubt in doubts[:MOST_DOUBTS]:
        yield line("  ", (_where(doubt, where), "place"), f"  {doubt.message}", hang=4)
    if (rest := len(doubts) - MOST_DOUBTS) > 0:
        more = speech(f"  ……另有 {rest} 处，见 --format json。", f"  … {rest} more, see --format json.")
        yield line((more, "dim"))


def _where(doubt: Doubt, where: Where) -> str:
    return " ".join(part for part in (where.brief(doubt.place), shortened(address(doubt.place), 40)) if part)


def _broken(document: Examined, speech: Speech) -> Iterator[Line]:
    broken = {o.card.name: o.reason for o in document.checked.outcomes if o.result is Result.BROKEN}
    for name, reason in broken.items():
        told = speech(f"规则 {name} 未能运行，其结论缺失", f"the rule {name} failed and says nothing")
        yield line((told, "warning"), speech("：", ": "), reason, hang=2)


def _summary(examination: Examination, speech: Speech) -> Iterator[Line]:
    yield line(("━━ ", "dim"), (speech("合计", "Total"), "strong"))
    yield line(*_counts(examination, speech))
    if told := judged_by(examination, speech):
        yield line(told)
    if len(examination.documents) > 1:
        yield line(covered(examination.coverage, speech))
    yield from not_read(examination.failures, speech)
    yield from passed_over(examination.skipped, speech)


def judged_by(examination: Examination, speech: Speech) -> str:
    """The tolerance that was asked for; "" for the usual one."""
    if examination.tolerance is Tolerance.STRICT:
        return ""
    return speech(
        "尾数容差：闭区间，与 XBRL Calculations 1.1 一致。", "Tolerance: closed intervals, as XBRL Calculations 1.1."
    )


def counted(examination: Examination, speech: Speech) -> str:
    """How many findings there are, in one sentence."""
    return line(*_counts(examination, speech)).text + speech.stop()


def _counts(examination: Examination, speech: Speech) -> Iterator[str | Span]:
    number = len(examination.documents)
    yield speech(f"{number} 个文件：", f"{number} document{'s' * (number != 1)}: ")
    for position, severity in enumerate(Severity):
        count = examination.count(severity)
        yield speech("，", ", ") if position else ""
        word = speech.of(SEVERITIES[severity])
        told = speech(f"{word} {count}", f"{count} {word}{'s' * (count != 1)}")
        yield told, (SEVERITY_STYLES[severity] if count else "dim")
