"""Bodies nobody has, with books nobody keeps: everything is drawn from one number."""

from __future__ import annotations

import random
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from books import Books, Item, economic_total

LISTS = Path(__file__).resolve().parents[2] / "src" / "gouji" / "vocabulary" / "classification"

_PLACES = (
    "云溪市",
    "平澜县",
    "长汀洲市",
    "白石岭区",
    "南湾新区",
    "松原口县",
    "望河区",
    "锦屏湖市",
    "东临江区",
    "青岚县",
)
_OFFICES = (
    "水务局",
    "档案馆",
    "文化广电局",
    "市场监督管理局",
    "卫生健康委员会",
    "教育局",
    "人民政府办公室",
    "应急管理局",
    "司法局",
)
_LONG = "（含代管的乡镇综合便民服务中心和历年遗留事项专项安排资金）"


@dataclass(frozen=True)
class Size:
    """How large the books are: classes, 款 in each, 项 in each."""

    classes: int = 5
    subclasses: int = 3
    items: int = 3


def body(seed: int) -> str:
    """The name of an invented body."""
    chance = random.Random(f"body {seed}")
    return chance.choice(_PLACES) + chance.choice(_OFFICES)


def books(seed: int, size: Size | None = None) -> Books:
    """The books of an invented body: functional and economic sides agree to the fen."""
    chance = random.Random(f"books {seed}")
    names = _names("function.tsv")
    items = [_item(code, chance) for code in _drawn(names, size or Size(), chance)]
    names |= {item.code: names[item.code] + _LONG for item in chance.sample(items, max(1, len(items) // 12))}
    staff, running = _economic(items, chance)
    planned = {name: chance.randrange(0, 40_000_000) for name in ("出国", "购置", "运行", "接待")}
    return Books(
        body(seed), 2020 + seed % 6, names, items, staff=staff, running=running,
        carried=(chance.randrange(10**6, 10**9), chance.randrange(10**6, 10**9)), business=sum(item.own for item in items),
        other=chance.randrange(10**5, 10**8),
        travel={name: (plan, plan * chance.randrange(60, 100) // 100) for name, plan in planned.items()},
        duties={}, before={}, planned={}, reasons={},
    )  # fmt: skip


@lru_cache
def _list(name: str) -> tuple[tuple[str, str], ...]:
    lines = (LISTS / name).read_text(encoding="utf-8").splitlines()
    return tuple((parts[0], parts[1]) for line in lines if len(parts := line.split("\t")) > 1)


def _names(name: str) -> dict[str, str]:
    return dict(_list(name))


def _drawn(names: dict[str, str], size: Size, chance: random.Random) -> list[str]:
    """Codes of 项, of so many classes."""
    found: list[str] = []
    for top in chance.sample([code for code in names if len(code) == 3 and _under(names, code)], size.classes):
        for middle in _some(_under(names, top), size.subclasses, chance):
            found += _some(_under(names, middle), size.items, chance)
    return sorted(found)


def _under(names: dict[str, str], code: str) -> list[str]:
    return [other for other in names if len(other) == len(code) + 2 and other.startswith(code)]


def _some(codes: list[str], count: int, chance: random.Random) -> list[str]:
    return chance.sample(codes, min(count, len(codes)))


def _item(code: str, chance: random.Random) -> Item:
    """Amounts in fen, whole yuan, of very different sizes; some items have no basic or no project part."""

    def amount(share: float) -> int:
        return 100 * int(10 ** chance.uniform(3, 8)) if chance.random() < share else 0

    return Item(code, amount(0.7), amount(0.6) or 100, own_basic=amount(0.2), own_project=amount(0.1))


def _economic(
    items: list[Item], chance: random.Random
) -> tuple[dict[str, tuple[str, int]], dict[str, tuple[str, int]]]:
    """The general basic expenditure spread over economic classes; the first 款 of pay takes what is left."""
    whole = sum(item.general_basic for item in items)
    names = _names("economic.tsv")
    sides = []
    for tops in (("301", "303"), ("302", "310")):
        codes = [code for top in tops for code in (top, *sorted(_some(_under(names, top), 7, chance)))]
        sides.append({code: (names[code], whole // 10000 * chance.randrange(1, 300) // 100 * 100) for code in codes})
    detail = sum(amount for side in sides for code, (_, amount) in side.items() if len(code) == 5)
    first = next(code for code in sides[0] if len(code) == 5)
    sides[0][first] = (names[first], sides[0][first][1] + whole - detail)
    staff, running = (
        {
            code: (name, amount if len(code) == 5 else economic_total(side, code))
            for code, (name, amount) in side.items()
        }
        for side in sides
    )
    return staff, running
