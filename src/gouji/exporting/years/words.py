"""A body's years in a few plain sentences, for a reader who reads nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from gouji.chain.bodies import OWN
from gouji.exporting.speech import Speech
from gouji.exporting.years.contradictions import Found
from gouji.exporting.years.indicators import tally
from gouji.exporting.years.money import SPENT, Series, percent, series, wan
from gouji.model.chain import Moment, Record, Stage
from gouji.model.examination import Examination
from gouji.model.figure import Figure

STAGES = {
    Stage.TARGET: ("绩效目标", "targets"),
    Stage.BUDGET: ("部门预算", "budget"),
    Stage.MONITORING: ("绩效运行监控", "monitoring"),
    Stage.SELF_EVALUATION: ("绩效自评", "self-evaluation"),
    Stage.EVALUATION: ("绩效评价", "evaluation"),
    Stage.FINAL_ACCOUNTS: ("部门决算", "final accounts"),
}
UNPLACED = ("没有列入的文件（没有印出单位或年度）", "Documents left out (no body or no year printed)")

LONGEST = 11  # years: what lies further apart is not filled up


@dataclass(frozen=True, slots=True)
class Body:
    """A body ready to be shown: its record, the years in order, its money, what contradicts what."""

    record: Record
    years: tuple[int, ...]
    spent: Series
    found: Found

    @property
    def name(self) -> str:
        return self.record.body + ("（本级）" if self.record.level == OWN and not self.record.body.endswith("（本级）") else "")


def body(record: Record, found: Found) -> Body:
    """A record made ready."""
    years = _every_year({year.year for year in record.years if year.year})
    return Body(record, years, series(record.years, SPENT, years), found)


def _every_year(told: set[int]) -> tuple[int, ...]:
    """The years from the first to the last: one in between without any document is shown to be missing."""
    if not told or max(told) - min(told) > LONGEST:
        return tuple(sorted(told))
    return tuple(range(min(told), max(told) + 1))


def unplaced(bodies: Sequence[Body], examination: Examination) -> list[str]:
    """The paths of the documents that are in no record: they name no body or no year."""
    placed = {report.path for one in bodies for report in one.record.reports}
    return [one.report.path for one in examination.documents if one.report.path not in placed]


def span(years: tuple[int, ...], speech: Speech) -> str:
    """`2023—2025 年`, `2024 年`."""
    if not years:
        return speech("年度不详", "year unknown")
    told = str(years[0]) if len(years) == 1 else f"{years[0]}—{years[-1]}"
    return speech(f"{told} 年", told)


def sentences(one: Body, speech: Speech) -> list[str]:
    """What there is, how the money went, what the scores are, how many targets were reached."""
    parts = [_documents(one, speech), *_money(one.spent, speech), *_scores(one, speech), *_targets(one, speech)]
    return [part for part in parts if part]


def _documents(one: Body, speech: Speech) -> str:
    projects = len(one.record.projects)
    told = speech(f"{span(one.years, speech)}共 {len(one.record.reports)} 份文件", f"{span(one.years, speech)}: {len(one.record.reports)} documents")
    named = speech(f"，涉及 {projects} 个项目", f", {projects} projects") if projects else ""
    return told + named + _gaps(one, speech) + speech.stop()


def _gaps(one: Body, speech: Speech) -> str:
    """The years without any document, and what the others lack."""
    bare = [str(year) for year in one.years if one.record.year(year) is None]
    parts = []
    if bare:
        parts.append(speech(f"{'、'.join(bare)} 年没有文件", f"none for {', '.join(bare)}"))
    if lacking := len(one.record.gaps):
        other = speech("其余各年", "other years") if bare else speech("各年", "the years")
        parts.append(speech(f"{other}应有的文件中缺 {lacking} 种（见标“缺”处）", f"{other} lack {lacking} expected documents"))
    return "".join(speech("；", "; ") + part for part in parts)


def _money(spent: Series, speech: Speech) -> Iterator[str]:
    planned = [(year.year, year.figures[Moment.BUDGET]) for year in spent.years if Moment.BUDGET in year.figures]
    if len(planned) > 1:
        (first, before), (last, after) = planned[0], planned[-1]
        went = _went(before.value, after.value, speech)
        yield speech(
            f"年初预算（{spent.scoped(speech)}）由 {first} 年的 {wan(before.value)} 万元{went} {last} 年的 {wan(after.value)} 万元。",
            f"The initial budget ({spent.scoped(speech)}) {went} from {wan(before.value)} (10,000 yuan) in {first} to {wan(after.value)} in {last}.",
        )
    elif planned:
        ((year, figure),) = planned
        amount = wan(figure.value)
        yield speech(f"{year} 年年初预算（{spent.scoped(speech)}）{amount} 万元。", f"The initial budget of {year}: {amount} (10,000 yuan).")
    rates = [(year.year, rate) for year in spent.years if (rate := year.rate(spent.basis)) is not None]
    if rates:
        basis = speech("调整后预算", "the adjusted budget") if spent.basis is Moment.ADJUSTED else speech("年初预算", "the initial budget")
        listed = _listed([(year, percent(rate)) for year, rate in rates], speech)
        yield speech(f"决算支出占{basis}的比例（执行率）：{listed}。", f"Spent of {basis}: {listed}.")


def _went(before: Decimal, after: Decimal, speech: Speech) -> str:
    if before == after or before <= 0:
        return speech("变为", "went")
    change = percent(abs(after - before) / before * 100)
    return speech(f"增加 {change}，达到", f"rose by {change}") if after > before else speech(f"减少 {change}，降至", f"fell by {change}")


def _listed(values: list[tuple[int, str]], speech: Speech) -> str:
    return speech("，", ", ").join(speech(f"{year} 年 {value}", f"{value} in {year}") for year, value in values)


def _scores(one: Body, speech: Speech) -> Iterator[str]:
    told = [(year.year, points(year.score)) for year in one.record.years if year.score is not None]
    if told:
        yield speech(f"部门整体自评得分：{_listed(told, speech)}。", f"Score of the whole department: {_listed(told, speech)}.")


def points(score: Figure) -> str:
    """A score as printed, without its unit."""
    return score.text.removesuffix("分")


def _targets(one: Body, speech: Speech) -> Iterator[str]:
    met, missed = tally(one.record)
    if met + missed:
        yield speech(
            f"能用数字比较的 {met + missed} 项年度指标中，{met} 项达到目标，{missed} 项没有达到。",
            f"Yearly targets that numbers can tell of: {met} reached, {missed} missed.",
        )


def contradicting(one: Body, speech: Speech) -> str:
    """How many contradictions there are, in a sentence."""
    found = one.found
    if len(one.record.reports) < 2:
        return speech("只有一份文件，没有可以相互对照的。", "A single document: there is nothing to hold it against.")
    grave, notes = len(found.grave), len(found.all) - len(found.grave)
    noted = speech(f"，另有 {notes} 处值得留意", f", {notes} more worth a look") if notes else ""
    if not grave:
        return speech(f"文件之间没有发现前后不一致{noted}。", f"No contradiction between documents was found{noted}.")
    return speech(f"文件之间发现 {grave} 处前后不一致{noted}。", f"{grave} contradictions between documents were found{noted}.")
