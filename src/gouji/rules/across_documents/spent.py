"""What the projects of a body spent by their self-evaluations, beside the project expenditure of its accounts."""

from __future__ import annotations

from collections.abc import Iterator

from gouji.chain.amounts import T3
from gouji.chain.mentions import WHOLE
from gouji.model.chain import Moment, Record, Stage
from gouji.model.comparison import must_cover
from gouji.model.figure import Figure
from gouji.model.finding import NotApplicable, Observation
from gouji.model.rounding import Term
from gouji.rules.rule import rule_across

_PASSED_DOWN = "转移支付"  # spent by other governments: in no account of this body


@rule_across(
    title="各项目自评的执行数合计大于决算的项目支出",
    title_en="by their self-evaluations the projects spent more than the accounts tell",
    basis="财预〔2020〕10号：自评的执行数应与决算一致；各项目执行数之和 ≤ 项目支出决算数",
    certainty="O",
    severity="note",
)
def projects_spent_more_than_the_accounts_tell(records: tuple[Record, ...]) -> Iterator[Observation]:
    """At most, for not every project is evaluated; nothing where one passes money down to other governments."""
    for record in records:
        for year in record.years:
            stated = [
                one.figure
                for one in year.money.of("项目支出", Moment.FINAL, Stage.FINAL_ACCOUNTS)
                if one.figure.place.form == T3
            ]
            spent = _spent(record, year.year)
            if not stated or not spent:
                continue
            if any(_PASSED_DOWN in name for project in record.projects for name in project.names):
                yield NotApplicable("有转移支付项目，其支出不在本部门决算中")
            else:
                words = f"项目支出决算数 ≥ {len(spent)} 个项目自评的执行数之和"
                yield must_cover(stated[0], [Term(figure) for figure in spent], words)


def _spent(record: Record, year: int) -> list[Figure]:
    found = [at.money.figure(WHOLE, Moment.FINAL) for project in record.projects if (at := project.year(year))]
    return [figure for figure in found if figure is not None]
