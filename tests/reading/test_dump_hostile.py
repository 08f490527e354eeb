"""Dumps made to hurt: huge, without blanks, without ends. They are read in time that grows with their length."""

from __future__ import annotations

import pytest

from gouji.reading.dump import blocks, is_dump
from gouji.reading.text import lines

HAN = "本年度各项工作任务按计划推进群众满意程度稳步提升资金使用规范安全有效项目管理制度健全完善监督检查到位"
FORM = (
    "青川市水务局 2025年部门整体预算绩效目标申报表\n部门名称 青川市水务局\n预算整体情况\n基本支出 1.00 财政拨款 2.00\n"
    "年度重点工作任务\n名称 主要实施内容 拟投入的资金（万元） 期望达到的目标（概述）\n"
)
INDICATORS = FORM + "绩效指标\n一级指标 二级指标 三级指标 实施周期指标值 年度指标值\n产出指标 数量指标\n"
LIST = "青川市水务局 2025年项目支出绩效目标表\n单位：万元\n项目名称 总计 财政拨款 财政专户拨款 其他资金 绩效目标 绩效指标\n"
SIDED = "收入支出决算总表\n单位：万元\n收入 支出\n项目 行次 决算数 项目 行次 决算数\n"

HOSTILE = {
    "prose without an end": "\n".join(HAN for _ in range(4000)),
    "one endless line": HAN * 10_000,
    "blanks only": "甲 " * 200_000,
    "brackets": "（" * 20_000 + "\n" + "1、" * 20_000,
    "rows": "\n".join(f"{HAN[:6]} {number}.00 {number}.50" for number in range(4000)),
    "a task without an amount": FORM + "\n".join(HAN[:26] for _ in range(3000)) + "\n100.00",
    "tasks": FORM + "\n".join(f"{HAN[:9]}\n{HAN[:33]}\n{number}.00\n{HAN[:26]}。" for number in range(500)),
    "indicators without values": INDICATORS + "\n".join(HAN[:12] for _ in range(2000)),
    "indicators of many pieces": INDICATORS + "\n".join(" ".join(HAN[:9]) for _ in range(300)),
    "levels": INDICATORS + "产出指标 数量指标\n" * 1500,
    "projects": LIST + "\n".join(f"    {HAN[:8]} {number}.00 {number}.00\n{HAN[:40]}。" for number in range(2000)),
    "headers": LIST * 800,
    "numbers": LIST + "\n".join(" ".join(["1.00"] * 300) for _ in range(100)),
    "two lists": SIDED + "\n".join(f"{HAN[:5]} {n} 1.00 {HAN[:5]} {n + 30} 2.00" for n in range(2000)),
    "counting lines": "\n".join(str(number % 1000) for number in range(5000)),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_dumps_are_read_to_their_end(name: str) -> None:
    printed = lines(HOSTILE[name])
    is_dump(printed)
    blocks(printed)


@pytest.mark.parametrize(
    "text", ["", "\n\n\n", "1", "合计 1.00 2.00", "绩效指标", "预算整体情况", "项目名称", "栏次 1 2 3"]
)
def test_scraps_break_nothing(text: str) -> None:
    assert isinstance(blocks(lines(text)), tuple)


def test_every_cut_of_a_form_is_read(seeds) -> None:  # type: ignore[no-untyped-def]
    for path in sorted(seeds.glob("00[013]_*.txt")):
        text = path.read_text(encoding="utf-8")
        for part in range(1, 12):
            blocks(lines(text[: len(text) * part // 12]))
            blocks(lines(text[len(text) * part // 12 :]))
