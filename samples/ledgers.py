"""Two invented bodies and their books: a water bureau with units of its own, and a small archive."""

from __future__ import annotations

import project_list
from books import Books, Item, economic_total
from money import Purse

NAMES = {
    "201": "一般公共服务支出", "20126": "档案事务", "2012601": "行政运行", "2012604": "档案馆", "2012699": "其他档案事务支出",
    "208": "社会保障和就业支出", "20805": "行政事业单位养老支出", "2080501": "行政单位离退休",
    "2080505": "机关事业单位基本养老保险缴费支出", "2080506": "机关事业单位职业年金缴费支出",
    "210": "卫生健康支出", "21011": "行政事业单位医疗", "2101101": "行政单位医疗",
    "212": "城乡社区支出", "21203": "城乡社区公共设施", "2120399": "其他城乡社区公共设施支出",
    "21208": "国有土地使用权出让收入及对应专项债务收入安排的支出", "2120803": "城市建设支出",
    "213": "农林水支出", "21303": "水利", "2130301": "行政运行", "2130302": "一般行政管理事务",
    "2130304": "水利行业业务管理", "2130311": "水资源节约管理与保护", "2130314": "防汛", "2130399": "其他水利支出",
    "221": "住房保障支出", "22102": "住房改革支出", "2210201": "住房公积金", "2210203": "购房补贴",
}  # fmt: skip

STAFF = {
    "301": "工资福利支出", "30101": "基本工资", "30102": "津贴补贴", "30103": "奖金", "30106": "伙食补助费", "30107": "绩效工资",
    "30108": "机关事业单位基本养老保险缴费", "30109": "职业年金缴费", "30110": "职工基本医疗保险缴费",
    "30111": "公务员医疗补助缴费", "30112": "其他社会保障缴费", "30113": "住房公积金", "30114": "医疗费",
    "30199": "其他工资福利支出", "303": "对个人和家庭的补助", "30301": "离休费", "30302": "退休费", "30305": "生活补助",
    "30309": "奖励金", "30399": "其他对个人和家庭的补助",
}  # fmt: skip
RUNNING = {
    "302": "商品和服务支出", "30201": "办公费", "30202": "印刷费", "30203": "咨询费", "30205": "水费", "30206": "电费",
    "30207": "邮电费", "30209": "物业管理费", "30211": "差旅费", "30212": "因公出国（境）费用", "30213": "维修（护）费",
    "30215": "会议费", "30216": "培训费", "30217": "公务接待费", "30226": "劳务费", "30227": "委托业务费", "30228": "工会经费",
    "30229": "福利费", "30231": "公务用车运行维护费", "30239": "其他交通费用", "30299": "其他商品和服务支出",
    "310": "资本性支出", "31002": "办公设备购置", "31007": "信息网络及软件购置更新", "31013": "公务用车购置",
}  # fmt: skip


def waterworks() -> Books:
    """青川市水务局, 2022: general and fund budget, a unit with income of its own, the projects of the list."""
    purse = Purse("青川市水务局决算")
    books = _kept(
        "青川市水务局", 2022, purse, _spent_by_waterworks(purse),
        staff={"30102": 1006.32, "30103": 84.15, "30107": 188.40, "30112": 6.20, "30199": 312.77, "30309": 3.60, "30399": 9.84},
        running={
            "30201": 28.64, "30202": 6.35, "30205": 2.18, "30206": 33.90, "30207": 15.27, "30209": 27.40, "30211": 9.86,
            "30213": 21.55, "30215": 3.12, "30216": 4.06, "30217": 1.35, "30226": 12.70, "30227": 16.30, "30228": 38.11,
            "30229": 20.48, "30231": 12.54, "30239": 57.66, "30299": 40.22, "31002": 11.95,
        },
        carried=(42.18, 36.05), business=920.40, other=18.64,
        travel={"出国": (0, 0), "购置": (18.00, 17.62), "运行": (14.20, 12.54), "接待": (6.80, 4.35)},
        duties={"利息收入": (0.32, 0), "非经营性国有资产收入": (11.46, 0)},
        before={"一般公共预算": 6643.15, "政府性基金": 700.00, "事业收入": 874.62, "其他收入": 17.90, "基本支出": 3391.27, "项目支出": 5102.44},
        planned={"人员经费": 2510.30, "日常公用经费": 350.10, "机关运行经费": 306.75},
        reasons={
            "一般公共预算": "水库除险和排水改造类支出增加", "政府性基金": "部分城市建设支出转由一般公共预算安排",
            "事业收入": "受托检测样品增多", "其他收入": "存款利息略有增加", "基本支出": "人员正常调资和新录用人员经费增加",
            "项目支出": "跨年度工程进入收尾阶段，当年付款减少",
        },
    )  # fmt: skip
    initial = {name: books.planned[name] for name in ("人员经费", "日常公用经费")} | project_list.initial_budget()
    books.planned.update(initial, 一般公共预算=sum(initial.values()))
    return books


def _spent_by_waterworks(purse: Purse) -> list[Item]:
    """What the bureau and its units spent, by 项."""
    return [
        Item("2080501", purse(12.36)),
        Item("2080505", purse(186.42), own_basic=purse(21.35)),
        Item("2080506", purse(93.21), own_basic=purse(10.68)),
        Item("2101101", purse(64.87)),
        Item("2120399", 0, purse(640.17)),
        Item("2120803", fund_project=purse(620.00)),
        Item("2130301", purse(1742.35)),
        Item("2130302", 0, purse(318.36)),
        Item("2130304", purse(402.18), purse(396.54), own_basic=purse(388.06), own_project=purse(402.91)),
        Item("2130311", 0, purse(534.11)),
        Item("2130314", 0, purse(488.90)),
        Item("2130399", 0, purse(1598.63)),
        Item("2210201", purse(214.53), own_basic=purse(36.12)),
        Item("2210203", purse(301.77), own_basic=purse(28.40)),
    ]


def archive() -> Books:
    """青川市档案馆, 2021: a body with grants only."""
    purse = Purse("青川市档案馆决算")
    items = [
        Item("2012601", purse(486.27)),
        Item("2012604", 0, purse(213.58)),
        Item("2012699", 0, purse(64.90)),
        Item("2080501", purse(5.12)),
        Item("2080505", purse(52.36)),
        Item("2080506", purse(26.18)),
        Item("2101101", purse(21.44)),
        Item("2210201", purse(61.05)),
        Item("2210203", purse(73.91)),
    ]
    return _kept(
        "青川市档案馆", 2021, purse, items,
        staff={"30102": 231.46, "30103": 18.20, "30112": 1.85, "30199": 42.66, "30309": 0.84},
        running={
            "30201": 9.35, "30202": 2.10, "30205": 0.66, "30206": 11.42, "30207": 3.80, "30209": 14.25, "30211": 2.47,
            "30213": 5.33, "30216": 0.90, "30217": 0.46, "30228": 8.12, "30229": 4.75, "30231": 3.28, "30239": 16.02,
            "30299": 7.94, "31002": 4.36,
        },
        carried=(8.40, 11.25), business=0, other=0,
        travel={"出国": (0, 0), "购置": (0, 0), "运行": (4.00, 3.28), "接待": (1.50, 0.46)},
        duties={"利息收入": (0.04, 0), "非经营性国有资产收入": (0.95, 0)},
        before={"一般公共预算": 962.81, "基本支出": 701.36, "项目支出": 262.47},
        planned={"一般公共预算": 981.60, "机关运行经费": 98.20},
        reasons={
            "一般公共预算": "新增馆藏数字化任务", "基本支出": "人员职级晋升", "项目支出": "数字化加工量比上年增多",
        },
    )  # fmt: skip


def _kept(
    body: str, year: int, purse: Purse, items: list[Item], *, staff: dict[str, float], running: dict[str, float],
    carried: tuple[float, float], business: float, other: float, travel: dict[str, tuple[float, float]],
    duties: dict[str, tuple[float, float]], before: dict[str, float], planned: dict[str, float], reasons: dict[str, str],
) -> Books:  # fmt: skip
    """Books whose economic side agrees with the functional one to the fen: what is left over is the basic wage."""
    by_code = {item.code: item.general_basic for item in items}
    spending = {code: purse(amount) for code, amount in running.items()}
    pay = {code: purse(amount) for code, amount in staff.items()}
    shared = {"30108": "2080505", "30109": "2080506", "30110": "2101101", "30113": "2210201", "30302": "2080501"}
    pay |= {code: by_code[function] for code, function in shared.items()}
    pay["30101"] = sum(by_code.values()) - sum(pay.values()) - sum(spending.values())
    spent_on = {"运行": spending["30231"]}
    return Books(
        body, year, NAMES, items,
        staff=_listed(STAFF, pay), running=_listed(RUNNING, spending),
        carried=(purse(carried[0]), purse(carried[1])), business=purse(business), other=purse(other),
        travel={name: (purse(plan), spent_on.get(name) or purse(done)) for name, (plan, done) in travel.items()},
        duties={name: (purse(budget), purse(account)) for name, (budget, account) in duties.items()},
        before={name: purse(amount) for name, amount in before.items()},
        planned={name: purse(amount) for name, amount in planned.items()},
        reasons=reasons,
    )  # fmt: skip


def _listed(names: dict[str, str], amounts: dict[str, int]) -> dict[str, tuple[str, int]]:
    detail = {code: (name, amounts.get(code, 0)) for code, name in names.items()}
    return detail | {code: (name, economic_total(detail, code)) for code, name in names.items() if len(code) == 3}
