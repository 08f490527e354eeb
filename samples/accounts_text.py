"""The narrative of the final accounts: what the tables say, in sentences, with changes, shares and completion."""

from __future__ import annotations

from books import Books
from money import percent, wan
from slips import Slips


def build(books: Books, slips: Slips | None = None) -> list[str]:
    """The paragraphs of part three."""
    return [*_income(books, slips), *_expenditure(books, slips), *_grants(books), *_travel(books), *_others(books)]


def change(now: int, before: int, base: str, slip: str = "") -> str:
    """`比上年决算数增加 12.00 万元，增长 3.4%`; `slip` is printed in place of the rate."""
    if now == before:
        return f"与{base}持平"
    up = now > before
    rate = slip or percent(abs(now - before), before, 1)
    return f"比{base}{'增加' if up else '减少'} {wan(abs(now - before))} 万元，{'增长' if up else '下降'} {rate}"


def _line(number: int, books: Books, subject: str, name: str, now: int, printed: str = "") -> str:
    before = books.before.get(subject, 0)
    if not now:
        return f"{number}. {name} 0 万元，与上年决算数持平。"
    reason = f"，主要原因是{books.reasons[subject]}" if now != before else ""
    return f"{number}. {name} {printed or wan(now)} 万元，{change(now, before, '上年决算数')}{reason}。"


def _income(books: Books, slips: Slips | None) -> list[str]:
    business = wan(books.business)
    if slips:
        business = slips("926.40", business, "文字说明中的事业收入错了一位数字，与收入决算表不一致", "stated-income-differs-from-table", "stated-total-differs-from-table")
    return [
        f"一、{books.year} 年度收入支出总体情况",
        "（一）收入情况",
        f"{books.year} 年度，{books.body}收入总计 {wan(books.grand_total)} 万元，其中本年收入 {wan(books.income)} 万元，"
        f"年初结转和结余 {wan(books.carried[0])} 万元。各项收入如下：",
        _line(1, books, "一般公共预算", "一般公共预算财政拨款收入", books.general_income),
        _line(2, books, "政府性基金", "政府性基金预算财政拨款收入", books.fund),
        _line(3, books, "", "国有资本经营预算财政拨款收入", 0),
        _line(4, books, "", "上级补助收入", 0),
        _line(5, books, "事业收入", "事业收入", books.business, business),
        _line(6, books, "", "经营收入", 0),
        _line(7, books, "", "附属单位上缴收入", 0),
        _line(8, books, "其他收入", "其他收入", books.other),
    ]


def _expenditure(books: Books, slips: Slips | None) -> list[str]:
    basic, project = books.total(lambda item: item.basic), books.total(lambda item: item.project)
    second = _line(2, books, "项目支出", "项目支出", project)
    if slips:
        rate = percent(books.before["项目支出"] - project, books.before["项目支出"], 1)
        second = second.replace(rate, slips("20.2%", rate, "下降率小数点错位", "growth-rate-does-not-follow"))
    return [
        "（二）支出情况",
        f"{books.year} 年度，{books.body}支出总计 {wan(books.grand_total)} 万元，其中本年支出 {wan(books.spent)} 万元。各项支出如下：",
        _line(1, books, "基本支出", "基本支出", basic),
        second,
        "3. 上缴上级支出 0 万元，与上年决算数持平。",
        "4. 经营支出 0 万元，与上年决算数持平。",
        "5. 对附属单位补助支出 0 万元，与上年决算数持平。",
    ]


def _grants(books: Books) -> list[str]:
    received, spent = books.general_income + books.fund, books.general + books.fund
    fund = f"政府性基金预算财政拨款收入 {wan(books.fund)} 万元" if books.fund else "政府性基金预算财政拨款收入 0 万元"
    return [
        f"二、{books.year} 年度财政拨款收入支出情况",
        "（一）财政拨款收入",
        f"{books.year} 年度财政拨款收入合计 {wan(received)} 万元，其中一般公共预算财政拨款收入 {wan(books.general_income)} 万元，"
        f"{fund}，国有资本经营预算财政拨款收入 0 万元。",
        "（二）财政拨款支出",
        f"{books.year} 年度财政拨款支出合计 {wan(spent)} 万元。其中：一般公共预算财政拨款支出 {wan(books.general)} 万元，"
        f"{change(books.general, books.planned['一般公共预算'], '年初预算数')}，主要原因是年中按程序追加了部分项目。",
    ]


def _completed(name: str, plan: int, done: int) -> str:
    if not plan:
        return f"{name}支出决算 0 万元，年初未安排预算"
    return f"{name}支出决算 {wan(done)} 万元，完成预算 {wan(plan)} 万元的 {percent(done, plan)}"


def _travel(books: Books) -> list[str]:
    (_, _), bought, driven, received = (books.travel[name] for name in ("出国", "购置", "运行", "接待"))
    cars = (bought[0] + driven[0], bought[1] + driven[1])
    whole = (cars[0] + received[0], cars[1] + received[1])
    purchase = f"当年购置公务用车 1 辆，支出 {wan(bought[1])} 万元；" if bought[1] else "当年没有购置公务用车；"
    keeping = 5 if bought[1] else 2
    return [
        f"三、{books.year} 年度一般公共预算财政拨款“三公”经费支出情况",
        f"“三公”经费支出决算为 {wan(whole[1])} 万元，完成预算 {wan(whole[0])} 万元的 {percent(whole[1], whole[0])}。"
        f"其中：因公出国（境）费支出决算 0 万元，年初未安排预算；{_completed('公务用车购置及运行费', *cars)}"
        f"（其中：{_completed('公务用车购置费', *bought)}；{_completed('公务用车运行费', *driven)}）；{_completed('公务接待费', *received)}。"
        "决算数小于预算数，主要是从严控制用车和接待。",
        f"“三公”经费支出决算中，公务用车购置及运行费支出 {wan(cars[1])} 万元，占 {percent(cars[1], whole[1], 1)}；"
        f"公务接待费支出 {wan(received[1])} 万元，占 {percent(received[1], whole[1], 1)}。",
        f"公务用车方面，{purchase}年末公务用车保有量 {keeping} 辆，运行费支出 {wan(driven[1])} 万元。",
        f"公务接待方面，全年国内接待 {14 if bought[1] else 6} 批次，{126 if bought[1] else 41} 人次，没有外宾接待。",
    ]


def _others(books: Books) -> list[str]:
    large = books.fund > 0
    running = int(books.planned["机关运行经费"] * (0.97 if large else 0.93))
    goods, works, services = (
        (2_154_400_00, 6_120_800_00, 1_411_730_00) if large else (483_200_00, 0, 628_450_00)
    )
    bought = goods + works + services
    small = bought * 64 // 100
    used = sum(pair[0] + pair[1] for pair in books.duties.values())
    return [
        "四、其他重要事项",
        "（一）机关运行经费",
        f"本部门 {books.year} 年度机关运行经费支出 {wan(running)} 万元，"
        f"{change(running, books.planned['机关运行经费'], '年初预算数')}，主要是压减了会议和印刷支出。",
        "（二）政府采购",
        f"本部门政府采购支出总额 {wan(bought)} 万元，其中：政府采购货物支出 {wan(goods)} 万元、政府采购工程支出 {wan(works)} 万元、"
        f"政府采购服务支出 {wan(services)} 万元。授予中小企业合同金额 {wan(small)} 万元，占政府采购支出总额的 {percent(small, bought, 1)}。",
        "（三）国有资产",
        f"截至 {books.year} 年 12 月 31 日，本部门共有车辆 {'5 辆，其中，机要通信用车 1 辆、应急保障用车 4 辆' if large else '2 辆，其中，机要通信用车 1 辆、应急保障用车 1 辆'}。",
        "（四）非税收入",
        f"本部门 {books.year} 年度非税收入合计 {wan(used)} 万元，全部纳入预算管理，均为国有资源（资产）有偿使用收入。",
    ]
