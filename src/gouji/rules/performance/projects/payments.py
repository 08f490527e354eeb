"""What a project's text says of its money over the years: the total, and what was or will be paid in which year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gouji.model.figure import Figure
from gouji.model.performance import Project, TextBox
from gouji.model.place import Place
from gouji.rules.performance.amounts import Sum, sums
from gouji.vocabulary.terms import plain

_TOTAL = re.compile(
    r"(?:总预算|预算总额|总投资|投资总额|总投入|总金额|总经费|经费总额|资金总额|概算(?:总额|总投资)?|合同(?:总)?(?:金额|价款?|额)|中标(?:金额|价)|"
    r"项目总额|总价款?)(?:约|为|是|共计?|[:：])?$"
)
_PAYMENT = re.compile(
    r"(?:(?P<year>(?:19|20)\d{2})\s*年(?:度|底前?|内)?)?[^0-9，。；;,]{0,8}?"
    r"(?P<tense>已经?|累计已?|实际|拟|需要?|应|计划|预计|尚需|还需|待|将|剩余|余款|尾款)?"
    r"(?P<verb>支付|拨付|付款|付|支出|列支)(?:资金|进度款|首付款|首期款|尾款|余款|项目款|合同款|款项?)?(?:约|为|共|[:：])?$"
)
_REQUEST = re.compile(
    r"(?P<year>(?:19|20)\d{2})\s*年(?:度)?[^0-9，。；;,]{0,6}?(?:预算)?(?:拟|需|计划)?(?:申报|申请|安排)(?:预算|资金|经费)?(?:约|为|共|[:：])?$"
)
_PAID = ("已", "已经", "累计", "累计已", "实际")


@dataclass(frozen=True, slots=True)
class Payment:
    """An amount paid or to be paid, in `year` where the text says one. `place` is that of the whole phrase."""

    figure: Figure
    year: int | None
    paid: bool
    place: Place


@dataclass(frozen=True, slots=True)
class Money:
    """What one box says: the totals it names, the payments, and what is asked for which year."""

    box: TextBox
    totals: tuple[Figure, ...]
    payments: tuple[Payment, ...]
    requests: tuple[Payment, ...]


def money_of(project: Project) -> Iterator[Money]:
    """The boxes that name amounts; a text that stands in several boxes is read once."""
    seen: set[str] = set()
    for box in project.boxes:
        text = plain(box.text)
        if text in seen or not any(character.isdigit() for character in text):
            continue
        seen.add(text)
        found = _read(box)
        if found.totals or found.payments or found.requests:
            yield found


def _read(box: TextBox) -> Money:
    totals: list[Figure] = []
    payments: list[Payment] = []
    requests: list[Payment] = []
    before = 0
    for each in sums(box.text, box.place, box.content):
        ahead = box.text[before : each.start]
        before = each.end
        if each.figure.loose:
            continue
        if _TOTAL.search(ahead):
            totals.append(each.figure)
        elif match := _PAYMENT.search(ahead):
            payments.append(_payment(box, each, match, len(ahead)))
        elif match := _REQUEST.search(ahead):
            requests.append(_payment(box, each, match, len(ahead)))
    return Money(box, tuple(totals), tuple(payments), tuple(requests))


def _payment(box: TextBox, each: Sum, match: re.Match[str], length: int) -> Payment:
    start = each.start - length + match.start()
    ink = box.content.ink(start, each.end)
    place = Place(
        box.place.document, box.place.form, box.place.row, box.place.field, box.text[start : each.end].strip(), ink
    )
    year = int(match["year"]) if match["year"] else None
    return Payment(each.figure, year, match.groupdict().get("tense") in _PAID, place)
