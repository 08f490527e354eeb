"""What the page's script needs to know: spots, sums with their terms, remarks, words. Compact, and safe inside HTML."""

from __future__ import annotations

import json
from collections.abc import Mapping

from gouji.exporting.html.survey import Survey, Weighed
from gouji.exporting.html.suspects import told_to_script
from gouji.exporting.laid import lay_out
from gouji.exporting.rewritten import suggested
from gouji.exporting.speech import OFF, RECKONED, RESULTS, SEVERITIES, Speech, address
from gouji.exporting.text.lines import safe
from gouji.exporting.told import based, is_guess, tell
from gouji.exporting.where import Where
from gouji.model.finding import Card, Comparison, Finding
from gouji.model.place import Place

_ESCAPES = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"})


def island(survey: Survey, documents: Mapping[str, int], where: Where, speech: Speech) -> str:
    """The JSON text, without any sign that HTML could take for its own."""
    rules: dict[Card, int] = {}
    value = {
        "sums": [_sum(weighed, survey, _numbered(weighed.card, rules), speech) for weighed in survey.weighed],
        "suspects": [told_to_script(finding, survey, speech) for finding in survey.suspected],
        "remarks": [_remark(finding, survey, _numbered(finding.card, rules), speech) for finding in survey.remarks],
        "spots": [_spot(place, survey, documents, where) for place in survey.places],
        "rules": [_rule(card, speech) for card in rules],
        "documents": [safe(path) for path in documents],
        "words": _words(speech),
    }
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)


def _numbered(card: Card, rules: dict[Card, int]) -> int:
    return rules.setdefault(card, len(rules))


def _spot(place: Place, survey: Survey, documents: Mapping[str, int], where: Where) -> list[object]:
    """[document, where in it, text, address, colour, how many identities look at it; null for what is no figure]."""
    number = documents.get(place.document, -1)
    return [number, safe(where.short(place)), safe(place.text), safe(address(place)), survey.colour(place),
            survey.look(place).identities if survey.is_figure(place) else None]  # fmt: skip


def _sum(weighed: Weighed, survey: Survey, rule: int, speech: Speech) -> list[object]:
    """[rule, result, severity, stated spot, terms, relation, formula, expected, difference, note, title]."""
    compared = weighed.comparison
    laid = lay_out(compared, speech)
    terms: list[object] = []
    for term in compared.terms:
        sign = "−" if term.factor < 0 else "+"
        factor = "" if abs(term.factor) == 1 else f"{abs(term.factor):f} × "
        terms.append([survey.number(term.figure.place), sign + factor])
    difference = laid.difference if compared.stated.value != compared.expected else ""
    return [
        rule, weighed.result.value, weighed.severity.value, survey.number(compared.stated.place), terms,
        compared.relation, safe(compared.formula), laid.expected, difference,
        safe(_note(compared, survey, speech)), safe(speech(compared.title, compared.title_en)),
        "" if _is_plain_sum(weighed) else safe(laid.working),
    ]  # fmt: skip


def _note(compared: Comparison, survey: Survey, speech: Speech) -> str:
    """A guess at a slip from one sum alone gives way to what all of them tell."""
    if survey.explained(compared) and is_guess(compared):
        return ""
    return speech(compared.note, compared.note_en)


def _is_plain_sum(weighed: Weighed) -> bool:
    """Do the terms, one below the other, tell the whole working? A quotient or a product needs its own line."""
    return "÷" not in weighed.comparison.working and "×" not in weighed.comparison.working


def _remark(finding: Finding, survey: Survey, rule: int, speech: Speech) -> list[object]:
    """[rule, severity, spot, message, spots it was held against, expected, rewrite]."""
    told = tell(finding, speech)
    against = [survey.number(place) for place in finding.against]
    said = [safe(told.message), against, safe(told.expected), safe(suggested(told, speech))]
    return [rule, finding.severity.value, survey.number(finding.at), *said]


def _rule(card: Card, speech: Speech) -> list[str]:
    return [card.name, speech(card.title, card.title_en), based(card, speech)]


def _words(speech: Speech) -> dict[str, str]:
    return {
        **{result.value: speech.of(words) for result, words in RESULTS.items()},
        **{severity.value: speech.of(words) for severity, words in SEVERITIES.items()},
        "vouched": speech("有勾稽关系印证", "vouched for"),
        "once": speech("只有 1 条印证", "vouched for by one identity only"),
        "disputed": speech("所在关系不符", "only in what disagrees"),
        "unvouched": speech("没有核对到", "no identity looks at it"),
        "looks": speech("{} 条勾稽关系核对此数", "{} identities look at this figure"),
        "before": speech("改前", "before"),
        "after": speech("改后", "after"),
        "holds": speech("成立", "holds"),
        "concerned": speech("逐条看这 {} 条勾稽关系", "the {} identities one by one"),
        "likely": speech("应为", "should be"),
        "plain": speech("原文", "text"),
        "stated": speech("列示", "stated"),
        **{f"reckoned{relation}": speech.of(words) for relation, words in RECKONED.items()},
        **{f"off{relation}": speech.of(words) for relation, words in OFF.items()},
        "expected": speech("应为", "expected"),
        "rewrite": speech("建议写成", "better written"),
        "against": speech("对照", "against"),
        "basis": speech("依据", "basis"),
        "sums": speech("参与的勾稽关系", "identities it takes part in"),
        "none": speech("没有规则用到这个数，请人工核对。", "No rule uses this figure: check it by eye."),
        "from": speech("取自", "from"),
        "zeros": speech("另有 {} 项为 0", "{} more terms are 0"),
        "all": speech("显示全部 {} 条", "show all {}"),
        "elsewhere": speech("位置不在本文件的文字中", "not in the text"),
    }
