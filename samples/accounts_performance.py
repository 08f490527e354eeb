"""Part four of the final accounts: what was evaluated, and the self-evaluation form of one project."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from books import Books
from money import Purse, percent, wan
from paper import row
from slips import Slips

EXECUTION_POINTS = 20


@dataclass(frozen=True)
class Evaluated:
    """The project of the form: money in 万元, goal, what was done, and its indicators."""

    name: str
    planned: float
    spent: float
    goal: str
    done: str
    projects: int
    indicators: list[tuple[str, str, str, str, str, int, int, str]]


FORMS = {
    "青川市水务局": Evaluated(
        "城区易涝点整治", 640.00, 623.17,
        "对城区低洼路段实施排水改造，配置移动泵车，减少强降雨造成的积水。",
        "完成 9 处易涝点改造，另有 1 处因管线迁改推迟到次年完工，汛期积水明显减少。",
        14,
        [
            ("产出指标", "数量指标", "整治易涝点数量", "10处", "9处", 20, 18, "1处因燃气管线迁改推迟，已于次年2月完工，今后提前会商管线权属单位。"),
            ("", "质量指标", "工程验收合格率", "100%", "100%", 15, 15, ""),
            ("", "时效指标", "积水排除时间", "≤2小时", "1.5小时", 20, 20, ""),
            ("效益指标", "社会效益指标", "受益居民人数", "≥5万人", "5.6万人", 15, 15, ""),
            ("满意度指标", "服务对象满意度指标", "沿线居民满意度", "≥85%", "91%", 10, 10, ""),
        ],
    ),
    "青川市档案馆": Evaluated(
        "馆藏档案数字化加工", 120.00, 118.62,
        "完成民生类档案数字化加工，提供网上查阅，方便群众办事。",
        "完成 36 万页档案的扫描、著录和挂接，网上查阅系统上线运行。",
        4,
        [
            ("产出指标", "数量指标", "数字化加工页数", "不少于35万页", "36万页", 30, 30, ""),
            ("", "质量指标", "数据质检合格率", "≥98%", "99.2%", 25, 25, ""),
            ("效益指标", "社会效益指标", "网上查阅办结率", "≥90%", "94%", 15, 15, ""),
            ("满意度指标", "服务对象满意度指标", "查档群众满意度", "≥90%", "96%", 10, 10, ""),
        ],
    ),
}  # fmt: skip


def build(books: Books, slips: Slips | None = None) -> list[str]:
    """The paragraphs and the form."""
    form = FORMS[books.body]
    project = books.total(lambda item: item.general_project)
    adjusted = Purse(books.body + "全年")(round(books.spent / 1_000_000 * 1.006, 2))
    return [
        "一、绩效管理总体情况",
        f"本部门对 {books.year} 年度 {form.projects} 个一般公共预算项目开展绩效自评，涉及资金 {wan(project)} 万元，"
        "占一般公共预算项目支出总额的 100%。",
        "二、绩效自评结果",
        f"部门整体支出全年预算数 {wan(adjusted)} 万元，执行数 {wan(books.spent)} 万元，完成预算的 {percent(books.spent, adjusted, 1)}，"
        "各项目标基本实现。",
        f"{form.name}项目自评如下：",
        f"{books.year} 年度项目支出绩效自评表",
        "单位：万元",
        "\n".join(_form(books, form, slips)),
    ]


def _amounts(books: Books, form: Evaluated) -> tuple[int, int]:
    purse = Purse(books.body + form.name)
    return purse(form.planned), purse(form.spent)


def _form(books: Books, form: Evaluated, slips: Slips | None) -> list[str]:
    planned, spent = _amounts(books, form)
    rate = percent(spent, planned)
    true = (Decimal(spent) / planned * EXECUTION_POINTS).quantize(Decimal("0.01"), ROUND_HALF_UP)
    score = Decimal("17.37") if slips else true
    printed = slips(str(score), str(true), "得分照抄执行率的后几位，未按分值乘以执行率计算", "execution-score-does-not-follow-from-rate") if slips else str(score)  # fmt: skip
    total = score + sum(line[6] for line in form.indicators)
    return [
        row("项目名称", form.name, *[""] * 6),
        row("主管部门", books.body, "", "", "实施单位", books.body, "", ""),
        row("项目资金 (万元)", "", "", "年度预算数", "年度预算完成数", "分值", "预算完成率", "得分"),
        row("", "总额", "", wan(planned), wan(spent), str(EXECUTION_POINTS), rate, printed),
        row("", "其中：财政拨款（市本级支出）", "", wan(planned), wan(spent), "", "", ""),
        row("", "财政拨款（转移支付）", "", "0.00", "0.00", "", "", ""),
        row("", "非财政拨款", "", "0.00", "0.00", "", "", ""),
        row("绩效目标完成情况", "年度绩效目标内容", "", "", "目标实际完成情况", "", "", ""),
        row("", f"<p>{form.goal}</p>", "", "", f"<p>{form.done}</p>", "", "", ""),
        row("一级指标", "二级指标", "三级指标", "年度指标值", "实际完成指标值", "分值", "得分", "偏差原因分析及改进措施"),
        *(row(*(str(cell) for cell in line)) for line in form.indicators),
        row("总分", "", "", str(total), "", "", "", ""),
    ]


