"""The accounts of a department and those of its units: their sum less what one passes on to another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from gouji.chain.amounts import CLOSING
from gouji.chain.bodies import OWN, WHOLE, same_body
from gouji.model.chain import BodyYear, Moment, Record, Stage
from gouji.model.comparison import must_total
from gouji.model.figure import Figure
from gouji.model.finding import Comparison, Observation
from gouji.model.report import Report
from gouji.model.rounding import Term, Verdict
from gouji.rules.rule import rule_across
from gouji.vocabulary.terms import plain

# Of each total: what one body of a department passes on to another, and so stands in two accounts.
_PASSED_ON = {
    "财政拨款收入": (),
    "收入合计": ("上级补助收入", "附属单位上缴收入"),
    "支出合计": ("上缴上级支出", "对附属单位补助支出"),
    CLOSING: (),
}
_ALL = re.compile(
    r"(?:范围|汇总|编报|编制)[^。；]{0,20}单位[^。；，]{0,4}(?:共计|共|有)?\s*(?P<count>\d{1,3})\s*[个家]"
)
_BELOW = re.compile(
    r"(?:二级|下属|所属)[^。；，]{0,8}单位[^。；，]{0,4}?(?P<count>\d{1,3})\s*[个家]|(?P<number>\d{1,3})\s*[个家](?:下属|所属|二级)"
)


@rule_across(
    title="部门决算不等于所属各单位决算之和（扣除内部往来）",
    title_en="the accounts of a department are not the sum of its units' less what they pass on to each other",
    basis="部门决算编报：部门决算 = Σ所属单位决算 - 内部往来（上级补助收入、附属单位上缴收入、对附属单位补助支出、上缴上级支出）",
    certainty="O",
    severity="warning",
)
def department_is_not_sum_of_its_units(records: tuple[Record, ...]) -> Iterator[Observation]:
    for department in records:
        for year in department.years if department.level == WHOLE else ():
            units = _units(department, year.year, records)
            if units:
                yield from _sums(year, units)


def _units(department: Record, year: int, records: Sequence[Record]) -> list[BodyYear]:
    """The accounts of every unit of a department; none where not all are known to be there."""
    accounts = _accounts(department, year)
    own = [one for one in records if one.level == OWN and same_body(one.body) == same_body(department.body)]
    if accounts is None or len(own) != 1:
        return []
    text = plain("".join(paragraph.text for paragraph in accounts.paragraphs))
    below = [one for one in records if one not in (department, *own) and plain(one.body) in text]
    found = [
        at for one in (*own, *below) if (at := one.year(year)) is not None and Stage.FINAL_ACCOUNTS in at.documents
    ]
    return found if below and len(found) == _count(text) else []


def _accounts(record: Record, year: int) -> Report | None:
    at = record.year(year)
    paths = at.documents.get(Stage.FINAL_ACCOUNTS, ()) if at is not None else ()
    return next((report for report in record.reports if report.path in paths), None)


def _count(text: str) -> int:
    """How many bodies the department says its accounts hold, its own office among them; 0 where it does not say."""
    match = _ALL.search(text)
    if match is not None and not re.search("二级|下属|所属", match[0]):
        return int(match["count"])
    match = _BELOW.search(text)
    return int(match["count"] or match["number"]) + 1 if match is not None else 0


def _sums(whole: BodyYear, units: Sequence[BodyYear]) -> Iterator[Comparison]:
    grants_off: Decimal | None = None
    for meaning, passed_on in _PASSED_ON.items():
        stated = _figure(whole, meaning)
        parts = [_figure(unit, meaning) for unit in units]
        if stated is None or any(part is None for part in parts):
            continue
        terms = [Term(part) for part in parts if part is not None]
        inner = [figure for unit in units for name in passed_on if (figure := _figure(unit, name)) and figure.value]
        outer = [figure for name in passed_on if (figure := _figure(whole, name)) and figure.value]
        terms += [Term(figure, Decimal(-1)) for figure in inner] + [Term(figure) for figure in outer]
        words = f"部门{meaning} = 各单位{meaning}之和" + ("，扣除内部往来" if inner else "")
        pair = must_total(stated, terms, words)
        off = stated.value - pair.expected
        if meaning != "收入合计" or pair.verdict is not Verdict.DISAGREE or off != grants_off:
            yield pair  # income that is off by what its grants are only follows from them
        grants_off = off if meaning == "财政拨款收入" else grants_off


def _figure(year: BodyYear, meaning: str) -> Figure | None:
    found = [one for one in year.money.of(meaning, Moment.FINAL, Stage.FINAL_ACCOUNTS) if not one.scope]
    return found[-1].figure if found else None
