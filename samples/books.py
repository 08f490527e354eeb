"""The books of one body for one year: every amount once, in fen; all totals are reckoned from them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

CLASSES = [
    ("201", "一般公共服务支出"), ("202", "外交支出"), ("203", "国防支出"), ("204", "公共安全支出"), ("205", "教育支出"),
    ("206", "科学技术支出"), ("207", "文化旅游体育与传媒支出"), ("208", "社会保障和就业支出"), ("210", "卫生健康支出"),
    ("211", "节能环保支出"), ("212", "城乡社区支出"), ("213", "农林水支出"), ("214", "交通运输支出"),
    ("215", "资源勘探工业信息等支出"), ("216", "商业服务业等支出"), ("217", "金融支出"), ("219", "援助其他地区支出"),
    ("220", "自然资源海洋气象等支出"), ("221", "住房保障支出"), ("222", "粮油物资储备支出"), ("223", "国有资本经营预算支出"),
    ("224", "灾害防治及应急管理支出"), ("229", "其他支出"), ("231", "债务还本支出"), ("232", "债务付息支出"),
    ("234", "抗疫特别国债安排的支出"),
]  # fmt: skip


@dataclass(frozen=True)
class Item:
    """One 项: what was spent on it from the general budget, the fund budget and other income, basic and project."""

    code: str
    general_basic: int = 0
    general_project: int = 0
    fund_project: int = 0
    own_basic: int = 0
    own_project: int = 0

    @property
    def grant(self) -> int:
        return self.general_basic + self.general_project + self.fund_project

    @property
    def own(self) -> int:
        return self.own_basic + self.own_project

    @property
    def basic(self) -> int:
        return self.general_basic + self.own_basic

    @property
    def project(self) -> int:
        return self.general_project + self.fund_project + self.own_project

    @property
    def spent(self) -> int:
        return self.basic + self.project


Column = Callable[[Item], int]


@dataclass(frozen=True)
class Books:
    """Everything the final accounts of a body are printed from.

    `names` gives every 类 and 款 and 项; `staff` and `running` the economic classes 301, 303 and 302, 310; `carried`
    the general grant carried in and out; `before` last year's amounts, `planned` the initial budget and `reasons` why
    it changed, by subject.
    """

    body: str
    year: int
    names: dict[str, str]
    items: list[Item]
    staff: dict[str, tuple[str, int]]
    running: dict[str, tuple[str, int]]
    carried: tuple[int, int]
    business: int
    other: int
    travel: dict[str, tuple[int, int]]  # 三公: subject → (budget, spent)
    duties: dict[str, tuple[int, int]]  # 非税: subject → (budget managed, in special account)
    before: dict[str, int]
    planned: dict[str, int]
    reasons: dict[str, str]

    def total(self, column: Column, prefix: str = "") -> int:
        """The sum of a column over the items below a code."""
        return sum(column(item) for item in self.items if item.code.startswith(prefix))

    def codes(self, column: Column | None = None) -> list[str]:
        """Every code with its 类 and 款 before it; only where the column is not zero, if one is given."""
        found: dict[str, None] = {}
        for item in self.items:
            if column is None or column(item):
                for length in (3, 5, 7):
                    found[item.code[:length]] = None
        return sorted(found)

    @property
    def general(self) -> int:
        return self.total(lambda item: item.general_basic + item.general_project)

    @property
    def fund(self) -> int:
        return self.total(lambda item: item.fund_project)

    @property
    def spent(self) -> int:
        return self.total(lambda item: item.spent)

    @property
    def general_income(self) -> int:
        return self.general + self.carried[1] - self.carried[0]

    @property
    def income(self) -> int:
        return self.general_income + self.fund + self.business + self.other

    @property
    def distributed(self) -> int:
        """结余分配: what is left of the income that is no grant."""
        return self.business + self.other - self.total(lambda item: item.own)

    @property
    def grand_total(self) -> int:
        return self.income + self.carried[0]


def economic_total(side: dict[str, tuple[str, int]], prefix: str = "") -> int:
    """The sum of the 款 (five digits) of an economic class."""
    return sum(amount for code, (_, amount) in side.items() if len(code) == 5 and code.startswith(prefix))
