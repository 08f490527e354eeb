"""Lists that a form or template closes: when all their parts are named, the parts make up the whole."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ClosedList:
    """A whole and the parts without which the list is not complete, as patterns over subjects in plain form.

    `needed` are parts that must all be named; `any_of` are parts of which those without occurrence may be left out,
    so that a list made of them only is complete. `sure` says that the template allows no other part.
    """

    whole: re.Pattern[str]
    needed: tuple[re.Pattern[str], ...] = ()
    any_of: re.Pattern[str] | None = None
    sure: bool = True

    def closes(self, whole: str, parts: list[str]) -> bool:
        """Do these parts make up this whole?"""
        if not self.whole.search(whole):
            return False
        if self.needed:
            named = [sum(bool(pattern.search(part)) for part in parts) for pattern in self.needed]
            return all(count == 1 for count in named) and len(parts) == len(self.needed)
        return self.any_of is not None and len(parts) > 1 and all(self.any_of.search(part) for part in parts)


def _closed(whole: str, *needed: str, any_of: str = "", sure: bool = True) -> ClosedList:
    return ClosedList(
        re.compile(whole), tuple(re.compile(part) for part in needed), re.compile(any_of) if any_of else None, sure
    )


CLOSED_LISTS = (
    _closed(r"采购", r"货物", r"工程", r"服务"),
    _closed(r"基本支出", r"人员经费", r"公用经费"),
    _closed(r"收入", r"^财政拨款", r"^事业(?:单位)?(?!.*经营).*收入", r"经营收入", r"其他收入"),
    _closed(r"三公|预算总计|合计", r"出国", r"公务用车", r"接待"),
    _closed(r"公务用车", r"购置(?!.*运行)", r"运行"),
    _closed(r"车辆|公务用车|公车", any_of=r"(?:用车|其他车辆|领导干部|车辆|轿车|越野车|客车|汽车)$"),
    _closed(r"面积", r"地上", r"地下"),
    _closed(r"面积", r"^计容|[^不]计容", r"不计容"),
    _closed(
        r"人员|编制|职工", any_of=r"^(?:行政|参公|事业|工勤|机关工勤|机关后勤)(?:人员)?(?:编制)?$", sure=False,
    ),
)  # fmt: skip


def closing(whole: str, parts: list[str]) -> ClosedList | None:
    """The list that these parts complete; None when they complete none."""
    return next((known for known in CLOSED_LISTS if known.closes(whole, parts)), None)
