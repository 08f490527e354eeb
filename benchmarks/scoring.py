"""How exactly scores are recomputed: `.venv/bin/python benchmarks/scoring.py [--forms N] [--seed N] [--write]`.

Forms are made here under every scheme for projects, their scores written down by formulas of their own, printed, read by
the real reader and scored again: once as they are, and once with one score changed. `--write` renews
docs/reference/scoring.md. CPU time of one thread; one seed, the same forms.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import Counter
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

from gouji.model.report import Report
from gouji.reading.read import read_document
from gouji.scoring.award import Standing
from gouji.scoring.register import all_schemes
from gouji.scoring.scheme import PROJECT, Scheme
from gouji.scoring.sheet import sheets
from gouji.scoring.span import decimal

PAGE = Path(__file__).resolve().parents[1] / "docs" / "reference" / "scoring.md"
FORM = """2023年度项目支出绩效自评表

单位：万元

项目名称|馆藏档案数字化||||||
主管部门|青川市档案馆|||实施单位|青川市档案馆||
项目资金（万元）|||全年预算数|全年执行数|分值|执行率|得分
|总额||{budget}|{spent}|{points}|{rate}%|{score}
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施
{rows}
总分|||||100|{total}|
"""
BANDS = {"hubei-2020": (("0.8", "1"), ("0.5", "0.8"), ("0", "0.5"))}
USUAL = (("0.8", "1"), ("0.6", "0.8"), ("0", "0.6"))
WORDS = ("达成预期指标", "部分达成预期指标", "未达成预期指标")
NARROW = Decimal("0.02")  # points that the rounding of the amounts may hide in the score of the execution
Row = list[str]


def printed(value: Decimal) -> str:
    return f"{value.quantize(Decimal('0.01'), ROUND_HALF_UP):f}"


def number(chance: random.Random, scheme: str, points: Decimal) -> Row:
    """A target that is a number, met or missed, and its score."""
    target = chance.randint(1, 300)
    result = chance.randint(
        1, max(1, target * 13 // 10)
    )  # far above a target a scheme may allow for less than full marks
    sign = chance.choice(("≥", "≤", "不少于", "不超过", ""))
    above, below = (target, result) if sign in ("≤", "不超过") else (result, target)
    share = min(Decimal(above) / below, Decimal(1))
    score = (
        max(Decimal(0), points * (share - Decimal("0.6")) / Decimal("0.4"))
        if scheme == "national-2021"
        else points * share
    )
    return [f"{sign}{target}个", f"{result}个", f"{points:f}", printed(score)]


def words(chance: random.Random, scheme: str, points: Decimal) -> Row:
    """A target in words, and a score within the band of its grade."""
    grade = chance.randrange(3)
    low, high = map(Decimal, BANDS.get(scheme, USUAL)[grade])
    return [
        "明显提高",
        WORDS[grade],
        f"{points:f}",
        printed(points * (low + (high - low) * chance.randint(0, 10) / 10)),
    ]


def zero(chance: random.Random, scheme: str, points: Decimal) -> Row:
    """A target of none, kept or not."""
    result = chance.choice((0, 0, 1, 2))
    return ["0次", f"{result}次", f"{points:f}", printed(Decimal(0) if result else points)]


def made(chance: random.Random, scheme: Scheme, wrong: bool) -> tuple[Report, int | None]:
    """A form, and which of its indicators was changed by one point or more."""
    whole = Decimal(int(scheme.execution.points)) if scheme.execution else Decimal(0)
    count = chance.randint(2, 8)
    parts = [Decimal(chance.randint(4, 12)) for _ in range(count)]
    points = [((100 - whole) * part / sum(parts)).quantize(Decimal(1)) for part in parts]
    points[-1] += 100 - whole - sum(points)
    rows = [chance.choice((number, number, number, words, zero))(chance, scheme.name, each) for each in points]
    changed = chance.randrange(count) if wrong else None
    if changed is not None:
        _change(chance, rows[changed])
    budget = chance.randint(10_000, 5_000_000)
    spent = chance.randint(budget // 2, budget)
    rate = (Decimal(spent) * 100 / budget).quantize(Decimal("0.01"), ROUND_HALF_UP)
    score = printed(whole * spent / budget)
    laid = "\n".join(f"产出指标|数量指标|指标{at}|{'|'.join(row)}|" for at, row in enumerate(rows))
    text = FORM.format(
        budget=f"{Decimal(budget) / 100:.2f}", spent=f"{Decimal(spent) / 100:.2f}", points=whole, rate=rate, score=score,
        rows=laid, total=sum((Decimal(row[-1]) for row in rows), Decimal(score)),
    )  # fmt: skip
    return read_document("自评表.txt", text.encode()), changed


def _change(chance: random.Random, row: Row) -> None:
    """Another score within the points, a point or more off the true one, outside of its band where it has one."""
    points, score = Decimal(row[2]), Decimal(row[3])
    if row[0] == "明显提高":
        row[3] = printed(points * Decimal("0.3")) if row[1] != WORDS[2] else printed(points)
    else:
        row[3] = printed(
            score - max(Decimal(1), score / 4) if score > points / 2 else score + max(Decimal(1), points / 4)
        )


def measured(forms: int, seed: int) -> Iterator[tuple[Scheme, Counter[str], float]]:
    """For each scheme what came out, and the seconds that scoring took."""
    for scheme in (one for one in all_schemes() if one.level == PROJECT and one.lines is None):
        chance, counts, spent = random.Random(f"{seed} {scheme.name}"), Counter[str](), 0.0
        for _ in range(forms):
            report, _none = made(chance, scheme, wrong=False)
            begun = time.process_time()
            (sheet,) = sheets(report, scheme)
            spent += time.process_time() - begun
            counts["forms"] += 1
            counts["accused"] += sheet.disagrees
            for line in sheet.lines:
                span, value = line.award.span, line.printed.value if line.printed is not None else None
                exact = value in (decimal(span.low), decimal(span.high)) and span.high - span.low <= NARROW
                counts["scores"] += 1
                counts["exact"] += exact
                counts["within"] += not exact and line.award.standing is Standing.AGREES
            report, changed = made(chance, scheme, wrong=True)
            (sheet,) = sheets(report, scheme)
            counts["changed"] += 1
            found = [at for at, line in enumerate(sheet.lines[1:]) if line.award.standing is Standing.DISAGREES]
            counts["found"] += changed in found
            counts["others"] += len([at for at in found if at != changed])
        yield scheme, counts, spent


HEAD = """# Scores recomputed

`benchmarks/scoring.py` makes forms under every scheme, writes their scores down by formulas of its own, prints and reads them, and
scores them again. *Exact* scores were recomputed to the printed digit; a score *within* lies in the interval that the words of the result
allow. *Changed* forms have one score a point or more off. Renew this page: `.venv/bin/python benchmarks/scoring.py --write`.

| scheme | forms | scores | exact | within | wrongly accused forms | changed | found | others accused | forms per second |
|---|---|---|---|---|---|---|---|---|---|
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--forms", type=int, default=500)
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    rows = ""
    for scheme, counts, spent in measured(asked.forms, asked.seed):
        cells = [counts[key] for key in ("forms", "scores", "exact", "within", "accused", "changed", "found", "others")]
        speed = f"{counts['forms'] / spent:,.0f}" if spent else ""
        rows += f"| {scheme.name} | {' | '.join(f'{cell:,}' for cell in cells)} | {speed} |\n"
    print(HEAD + rows)
    if asked.write:
        tail = PAGE.read_text(encoding="utf-8").partition("\n## ") if PAGE.exists() else ("", "", "")
        PAGE.write_text(HEAD + rows + tail[1] + tail[2], encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
