"""What a document says of itself: its kind, body, year and region, from its title, captions and label lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from gouji.model.narrative import Paragraph
from gouji.model.report import DocumentKind
from gouji.reading.grid import Block, Grid
from gouji.vocabulary.form import Form
from gouji.vocabulary.regions import region_of

FIRST_LINES = 12  # where the title of a document is looked for
ENOUGH_TABLES = 3  # of the final accounts, to call a document by them

_KINDS = (
    (DocumentKind.SELF_EVALUATION_REPORT, re.compile(r"(?:整体|部门).{0,8}绩效.{0,6}(?:自评|评价).{0,6}报告|绩效自评报告")),
    (DocumentKind.DEPARTMENT_TARGET, re.compile(r"整体.{0,8}绩效目标(?:申报)?表")),
    (DocumentKind.PROJECT_TARGETS, re.compile(r"项目(?:支出)?绩效目标表")),
    (DocumentKind.SELF_EVALUATION, re.compile(r"(?:项目)?(?:支出)?绩效自评表")),
    (DocumentKind.PROJECT_APPLICATION, re.compile(r"绩效目标申报表")),
    (DocumentKind.FINAL_ACCOUNTS, re.compile(r"(?:部门|单位|三公.{0,6})决算|经费支出决算表")),
    (DocumentKind.BUDGET, re.compile(r"(?:部门|单位).{0,4}预算")),
)
_YEAR = re.compile(r"(20\d{2})\s*(?:年度?|-)?")
_TITLE_YEAR = re.compile(r"(20\d{2})\s*年")
_SPACE_IN_CHINESE = re.compile(r"(?<=[一-鿿”）])\s+(?=[一-鿿“（])")
_LABEL = re.compile(
    r"^(?:公开|编制|填报|预算|主管)?(?:部门|单位)(?:名称|全称)?\s*(?:[（(][^（）()]{0,10}[)）])?\s*[：:]\s*(?P<body>[^：:\t|]{4,60}?)\s*(?:(?:金额)?单\s*位\s*[：:].*)?$"
)
_BOX = re.compile(r"^(?:部门|单位|填报单位|预算单位|主管部门|预算部门|编制单位|业务主管部门)(?:名称)?(?:[（(][^（）()]{0,10}[)）])?[：:]?$")
_TITLE = re.compile(
    r"^(?:附件\s*\d*[：:]?)?\s*(?:关于)?(?:20\d{2}\s*年度?)?\s*(?P<body>[一-鿿（）()、“”]{3,40}?)\s*(?:关于)?(?:20\d{2}\s*年度?|[（(]?(?:部门|单位)[)）]?)"
)
_BODY_END = re.compile(r"(?:委员会|办公室|局|厅|部|院|中心|会|署|所|站|校|学|园|馆|社|队|处|政府|公司|集团|党校|医院|大学|协会|联合会|银行|街道|镇|乡|室|办|台|庭|团|校|库|场|段|区|委|行)(?:[（(][^（）()]{1,12}[)）])?$")
_CODE = re.compile(r"^\d{3,9}\s*[-—_\s]\s*")


@dataclass(frozen=True, slots=True)
class Cover:
    """What is known of a document as a whole."""

    kind: DocumentKind
    title: str
    body: str
    year: int | None
    region: str


def cover_of(blocks: Sequence[Block], forms: Iterable[Form]) -> Cover:
    """Read the cover of a document whose grids have been recognised."""
    lines = list(_first_lines(blocks))
    kind, title = _kind(lines, list(forms))
    body = _body(blocks, lines)
    year = _year(title, lines, blocks, kind)
    return Cover(kind, title, body, year, region_of(body) or region_of(title))


def _first_lines(blocks: Sequence[Block]) -> Iterator[str]:
    """The first lines of a document, captions of grids among them."""
    count = 0
    for block in blocks:
        texts = [caption.text for caption in block.captions] if isinstance(block, Grid) else [block.text]
        for text in texts:
            if len(text) <= 120:
                yield _SPACE_IN_CHINESE.sub("", text)
                count += 1
        if count >= FIRST_LINES:
            return


def _kind(lines: list[str], forms: list[Form]) -> tuple[DocumentKind, str]:
    """The kind that the title says, or that most of the forms say; and the title."""
    counted = Counter(form.kind for form in forms)
    if counted["final_accounts"] >= ENOUGH_TABLES:
        title = next((line for line in lines if "决算" in line), lines[0] if lines else "")
        return DocumentKind.FINAL_ACCOUNTS, title
    for line in lines:
        for kind, pattern in _KINDS:
            if len(line) <= 60 and not line.endswith("。") and pattern.search(line.replace("“", "").replace("”", "")):
                return kind, line
    known = [kind for kind, _ in counted.most_common() if kind in DocumentKind]
    return (DocumentKind(known[0]) if known else DocumentKind.UNKNOWN), (lines[0] if lines else "")


def _body(blocks: Sequence[Block], lines: list[str]) -> str:
    """The body: of a label line (部门：…), of a label box, or of the title; the one named most often."""
    named = Counter(body for body in _labelled(blocks) if body)
    if named:
        return named.most_common(1)[0][0]
    for line in lines:
        if (match := _TITLE.match(line)) and _BODY_END.search(match["body"]):
            return match["body"]
    return ""


def _labelled(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield _body_in(block.text) if len(block.text) < 100 else ""
            continue
        yield from (_body_in(caption.text) for caption in block.captions)
        for row in block.rows[:4]:
            yield from _boxed([cell.text for cell in row if cell.text])


def _boxed(texts: list[str]) -> Iterator[str]:
    for label, value in zip(texts, texts[1:], strict=False):
        if _BOX.match(label.replace(" ", "")) and _is_body(value):
            yield _clean(value)


def _body_in(text: str) -> str:
    match = _LABEL.match(text)
    return _clean(match["body"]) if match and _is_body(match["body"]) else ""


def _is_body(text: str) -> bool:
    return 4 <= len(text) <= 60 and bool(re.search(r"[一-鿿]{4}", text)) and not re.search(r"[：:。，]|万元|亿元", text)


def _clean(body: str) -> str:
    return _CODE.sub("", _SPACE_IN_CHINESE.sub("", body.strip()))


def _year(title: str, lines: list[str], blocks: Sequence[Block], kind: DocumentKind) -> int | None:
    """The year of the title, of the first lines, of the captions; of a column header such as 2026年金额."""
    for text in (title, *lines):
        if match := _TITLE_YEAR.search(text):
            return int(match[1])
    for block in blocks:
        texts = [c.text for c in block.captions] if isinstance(block, Grid) else []
        if isinstance(block, Grid):
            texts += [cell.text for row in block.rows for cell in row if re.fullmatch(r"20\d{2}\s*年(?:度)?(?:金额|预算数?|资金)?", cell.text)]
        for text in texts:
            if match := _TITLE_YEAR.search(text):
                return int(match[1])
    return None
