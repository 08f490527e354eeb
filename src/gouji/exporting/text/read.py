"""What was read, laid out to be compared with the original by eye: tables, projects, indicators, claims, scores."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from gouji.exporting.speech import Speech, address, heading
from gouji.exporting.text.check import covered
from gouji.exporting.text.lines import BLANK, Line, Span, line, padded, shortened
from gouji.exporting.text.looked import Looked
from gouji.exporting.text.tables import number, tables
from gouji.exporting.text.unread import not_read, passed_over
from gouji.model.examination import Gathered
from gouji.model.finding import Checked
from gouji.model.narrative import Claim, ClaimKind
from gouji.model.performance import Criterion, Indicator, Project, Score
from gouji.model.place import Ink
from gouji.model.report import Report

_CLAIMS = {
    ClaimKind.AMOUNT: ("金额", "amount"),
    ClaimKind.CHANGE: ("增减额", "change"),
    ClaimKind.RATE: ("增减率", "rate"),
    ClaimKind.SHARE: ("占比", "share"),
    ClaimKind.COMPLETION: ("完成率", "completion"),
    ClaimKind.COUNT: ("数量", "count"),
}


def read_lines(gathered: Gathered, speech: Speech, checked: Mapping[str, Checked] | None = None) -> Iterator[Line]:
    """Everything read from every document, with what is known of who looks at its figures."""
    for report in gathered.reports:
        known = (checked or {}).get(report.path)
        looked = Looked(known)
        yield line(("━━ ", "dim"), (report.path, "strong"))
        yield line(" · ".join(heading(report, speech)))
        yield line(_contents(report, speech) + ("" if known else _counted(report, speech)) + speech.stop())
        if known:
            yield line(covered(known.coverage, speech), looked.legend(report, speech))
        for section in (tables, _projects, _indicators, _scores, _reviews, _claims, _doubts):
            yield from section(report, looked, speech)
        yield BLANK
    yield from not_read(gathered.failures, speech)
    yield from passed_over(gathered.skipped, speech)


def _contents(report: Report, speech: Speech) -> str:
    indicators = sum(1 for _ in report.all_indicators())
    return speech(
        f"表 {len(report.tables)} 张，项目 {len(report.projects)} 个，指标 {indicators} 个，"
        f"评分 {len(report.scores)} 行，文字所述数 {len(report.claims)} 个",
        f"{len(report.tables)} tables, {len(report.projects)} projects, {indicators} indicators, "
        f"{len(report.scores)} scores, {len(report.claims)} claims",
    )


def _counted(report: Report, speech: Speech) -> str:
    """How many figures there are, where no more is known of them."""
    figures = sum(1 for _ in report.figures())
    return speech(f"；共 {figures} 个数", f"; {figures} figures")


def _projects(report: Report, looked: Looked, speech: Speech) -> Iterator[Line]:
    for project in report.projects:
        yield BLANK
        yield from _project(project, report, looked, speech)


def _project(project: Project, report: Report, looked: Looked, speech: Speech) -> Iterator[Line]:
    secret = speech("（涉密）", " (secret)") if project.secret else ""
    yield line((speech("项目 ", "project "), "dim"), (project.name, "strong"), secret, f"  {project.body}", hang=4)
    funds = "  ".join(f"{name} {looked.marked(figure)}" for name, figure in project.funds.items())
    if funds:
        yield line("  ", funds, hang=4)
    if project.goal:
        yield line("  ", (speech("目标 ", "goal "), "dim"), shortened(project.goal.text, 120), hang=4)
    yield from _indicator_lines(project.indicators, report, speech)


def _indicators(report: Report, _looked: Looked, speech: Speech) -> Iterator[Line]:
    if report.indicators:
        yield BLANK
        yield line((speech("部门整体绩效指标", "Indicators of the department"), "strong"))
        yield from _indicator_lines(report.indicators, report, speech)


def _indicator_lines(indicators: Iterable[Indicator], report: Report, speech: Speech) -> Iterator[Line]:
    for indicator in indicators:
        levels = "·".join(part for part in (indicator.level1, indicator.level2, indicator.name) if part)
        yield line(
            "  ", _at(indicator.place.ink, report), f"  {levels}：", indicator.value.text,
            ("  " + understood(indicator.value, speech), "dim"), hang=8,
        )  # fmt: skip


def understood(criterion: Criterion, speech: Speech) -> str:
    """How a target value was understood: `≥ 90 %`, `15 ~ 20 家`, or the kind of condition it is."""
    if criterion.parts:
        return speech("且", " and ").join(understood(part, speech) for part in criterion.parts)
    low, high = (None if bound is None else f"{bound:,f}" for bound in (criterion.low, criterion.high))
    unit = f" {criterion.unit}" if criterion.unit else ""
    if low is not None and high is not None and low != high:
        return f"[{low} ~ {high}{unit}]"
    if low is None and high is None:
        return f"[{criterion.kind.value}]"
    return f"[{criterion.comparator or '='} {high if low is None else low}{unit}]"


def _scores(report: Report, looked: Looked, speech: Speech) -> Iterator[Line]:
    if report.scores:
        yield BLANK
        yield line((speech("评分", "Scores"), "strong"))
    for score in report.scores:
        yield line("  ", _at(score.place.ink, report), f"  {_scored(score, looked, speech)}", hang=8)


def _scored(score: Score, looked: Looked, speech: Speech) -> str:
    name = "·".join(part for part in (score.level1, score.level2, score.name) if part)
    target = score.target.text if score.target else ""
    actual = score.actual.text if score.actual else ""
    points = " / ".join(looked.marked(each) if each else "—" for each in (score.score, score.points))
    told = speech(f"目标 {target}，实际 {actual}", f"target {target}, actual {actual}") if target or actual else ""
    beside = "".join(f"  {each}" for each in (_outlook(score, speech), _reviewed(score, looked, speech)) if each)
    return f"{name}  {points}" + (f"  （{told}）" if told else "") + beside


def _outlook(score: Score, speech: Speech) -> str:
    """What monitoring expects of the year."""
    if score.outlook is None:
        return ""
    forecast = score.outlook.forecast.text if score.outlook.forecast else ""
    told = [speech(f"全年预计 {forecast}", f"expected {forecast}")] if forecast else []
    return speech("，", ", ").join([*told, *filter(None, (score.outlook.possibility, *score.outlook.classes))])


def _reviewed(score: Score, looked: Looked, speech: Speech) -> str:
    """What the review of a self-evaluation gives."""
    if score.reviewed is None:
        return ""
    actual = score.reviewed.actual.text if score.reviewed.actual else ""
    given = looked.marked(score.reviewed.score) if score.reviewed.score else "—"
    return speech(f"复核 {actual} {given}", f"reviewed {actual} {given}").replace("  ", " ")


def _reviews(report: Report, looked: Looked, speech: Speech) -> Iterator[Line]:
    if not report.reviews:
        return
    yield BLANK
    yield line((speech("绩效目标审核", "Review of targets"), "strong"))
    for review in report.reviews:
        name = "·".join(part for part in (review.subject, review.aspect) if part)
        points = " / ".join(looked.marked(each) if each else "—" for each in (review.score, review.points))
        scored = f"  {points}" if review.score or review.points else ""
        yield line("  ", _at(review.place.ink, report), f"  {name}{scored}  {shortened(review.opinion, 40)}", hang=8)


def _claims(report: Report, looked: Looked, speech: Speech) -> Iterator[Line]:
    if not report.claims:
        return
    counts = Counter(claim.kind for claim in report.claims)
    told = speech("，", ", ").join(f"{speech.of(_CLAIMS[kind])} {count}" for kind, count in counts.items())
    yield BLANK
    yield line((speech("文字所述的数", "Claims of the text"), "strong"), f"  {told}")
    for claim in report.claims:
        yield _claim(claim, report, looked, speech)


def _claim(claim: Claim, report: Report, looked: Looked, speech: Speech) -> Line:
    figure = looked.marked(claim.figure) if claim.figure else speech("（无数）", "(no number)")
    of = f" / {claim.of}" if claim.of else ""
    against = speech(f"，比 {claim.against}", f", against {claim.against}") if claim.against else ""
    about = f"{shortened(claim.about, 40)}{shortened(of, 30)}"
    return line("  ", _at(claim.ink, report), f"  {speech.of(_CLAIMS[claim.kind])} {about} = {figure}{against}", hang=8)


def _at(ink: Ink, report: Report) -> Span:
    return padded(number(ink, report), 4, right=True), "place"


def _doubts(report: Report, _looked: Looked, speech: Speech) -> Iterator[Line]:
    if report.doubts:
        yield BLANK
        yield line((speech("可能漏读之处", "Read with doubt"), "note"))
    for doubt in report.doubts:
        where = shortened(address(doubt.place), 40)
        yield line("  ", _at(doubt.place.ink, report), f"  {where}  {doubt.message}", hang=8)
