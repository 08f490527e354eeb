"""What a document calls itself: the year in the titles of its tables, and its body wherever the template names it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gouji.model.finding import NotApplicable, Observation, Remark
from gouji.model.place import Place
from gouji.model.report import DocumentKind, Report
from gouji.rules.narrative.texts import Passage, passages
from gouji.rules.rule import rule
from gouji.vocabulary.terms import plain

_YEAR = re.compile(r"(?:19|20)\d\d(?=年)")
_PUBLISHED = (DocumentKind.BUDGET, DocumentKind.FINAL_ACCOUNTS)
_OTHER_YEARS = re.compile(r"上年|对比|比较|执行|变动|[-—～至]")
_ENDS = r"(?:局|委|办|厅|部|院|中心|会|署|所|站|校|学|园|馆|社|队|处|政府|街道|镇|乡|室|办事处|委员会)"
_NAME = rf"(?P<body>[一-鿿（）()]{{3,36}}?{_ENDS})"
_MARK = r"(?:[（(](?:部门|单位|本级)[)）])?"
_LABEL = re.compile(
    rf"^(?:公开|编制|预算|决算|主管|预算主管)?(?:部门|单位)(?:名称)?\s*[：:]\s*{_NAME}\s*{_MARK}\s*(?:$|单位\s*[：:]|20\d\d)"
)
_OF_MONEY = (
    r"(?:收入预算|支出预算|收入、支出预算|收支总预算|本年收入|本年支出|收入支出总计|财政拨款收|机关运行经费|政府采购预算|"
    r"实行绩效目标|“三公”)"
)
_BUDGETS = r"(?:财政拨款|一般公共预算|政府性基金|国有资本经营|没有使用|收入、支出|收支)"
_NAMED = (
    re.compile(rf"^(?:20\d\d\s*年度?)?[，,]?\s*{_NAME}{_MARK}\s*(?:20\d\d\s*年度?)?{_OF_MONEY}"),
    re.compile(rf"^{_NAME}{_MARK}\s*20\d\d\s*年度?\s*{_BUDGETS}"),
    re.compile(rf"日[，,]\s*{_NAME}{_MARK}\s*共有车辆"),
    re.compile(rf"^(?:20\d\d\s*年度?)?{_NAME}{_MARK}\s*(?:下属\d+家|主要职能|机构设置|内设机构)"),
    re.compile(rf"^{_NAME}{_MARK}\s*是[本市区县省州旗盟]{{1,2}}(?:委|政府)?(?:工作|组成)部门"),
    re.compile(rf"原则[，,]\s*{_NAME}{_MARK}\s*(?:20\d\d\s*年度?)?(?:所有|全部)收入"),
    re.compile(rf"纳入{_NAME}{_MARK}\s*20\d\d\s*年度?部门(?:预算|决算)(?:编制|汇编|汇总)"),
)
_WITH_YEAR = re.compile(r"(?<=[一-鿿]{3})20\d\d\s*年.*$")
_OWN = re.compile(r"^(?:本|我|该|各|全)|本部门|本单位|我单位|财政局$|下属")


@rule(
    title="表题的年度不是本文件的年度",
    title_en="the title of a table names another year than the document",
    basis="公开文本质量：封面、表题与正文的年度应一致",
    severity="warning",
)
def table_title_names_another_year(report: Report) -> Iterator[Observation]:
    if report.year is None or report.kind not in _PUBLISHED:
        yield NotApplicable("文件没有写明年度，或不是预算、决算")
        return
    for table in report.tables:
        years = {int(year) for year in _YEAR.findall(table.title)}
        if table.known and len(years) == 1 and report.year not in years and not _OTHER_YEARS.search(table.title):
            yield Remark(
                Place(report.path, table.form, "", "表题", table.title, table.ink),
                f"本文件是 {report.year} 年度的，表题却写“{table.title}”，请核对年度",
                f"the document is of {report.year}; the title of this table says {years.pop()}",
                expected=str(report.year),
            )


@rule(
    title="文中出现另一个单位的名称，可能是沿用了他人的文本",
    title_en="the document calls itself by the name of another body",
    basis="公开文本质量：封面、表头与正文的部门（单位）名称应一致",
    certainty="S",
    severity="warning",
)
def document_names_another_body(report: Report) -> Iterator[Observation]:
    own = _bare(_WITH_YEAR.sub("", report.body))
    if report.kind not in _PUBLISHED or not own:
        yield NotApplicable("文件没有列示部门（单位）名称，或不是预算、决算")
        return
    everything = "".join(_bare(passage.text) for passage in passages(report))
    for passage in passages(report):
        for match in _names(passage):
            name = _bare(match["body"])
            if _other(name, own) and everything.count(name) < everything.count(own):
                yield Remark(
                    passage.place(report, *match.span("body"), row=match["body"], field="单位名称"),
                    f"本文件是“{report.body}”的，这里写“{match['body']}”，请核对单位名称",
                    f"the document is of {report.body}; here it names {match['body']}",
                    expected=report.body,
                )


def _names(passage: Passage) -> Iterator[re.Match[str]]:
    text = passage.text[:200]
    for pattern in (_LABEL, *_NAMED):
        match = pattern.search(text)
        if match is not None and not _OWN.search(match["body"]):
            yield match
            return


def _bare(name: str) -> str:
    return re.sub(r"[()\s]|本级|机关$|\(部门\)|\(单位\)", "", plain(name))


def _other(name: str, own: str) -> bool:
    """Is it another name, not a longer or shorter one of the same body?"""
    short, long = sorted((name, own), key=len)
    return len(short) >= 4 and not _within(short, long)


def _within(short: str, long: str) -> bool:
    """Do the signs of the shorter name all stand in the longer one, in their order?"""
    rest = iter(long)
    return all(sign in rest for sign in short)
