"""The list of rules by family, and one rule's card and page made readable."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gouji.exporting.speech import SEVERITIES, Speech
from gouji.exporting.text.lines import BLANK, SEVERITY_STYLES, Line, Span, Style, line, padded
from gouji.exporting.told import based
from gouji.model.finding import Card
from gouji.rules.catalogue import page
from gouji.rules.rule import Rule

FAMILIES = {
    "final_accounts": ("部门决算各表", "Tables of the final accounts"),
    "budgets": ("部门预算各表", "Tables of the budget"),
    "narrative": ("文字说明", "Narrative"),
    "performance": ("绩效目标、项目与自评", "Targets, projects and self-evaluation"),
    "any_document": ("各类文件的表", "Tables of any document"),
    "across_documents": ("几份文件之间", "Across documents"),
    "": ("通用", "General"),
}
MARK = "✗"

_INLINE = re.compile(
    r"`(?P<code>[^`\n]{1,200})`|\*\*(?P<strong>[^*\n]{1,200})\*\*|\[(?P<link>[^\]\n]{1,200})\]\([^)\n]{1,200}\)"
)
_BULLET = re.compile(r"^(\s*)[-*] ")


def family(rule: Rule) -> str:
    """The folder of `rules/` a rule lies in; "" for those of checking itself."""
    parts = rule.module.split(".")
    return parts[2] if len(parts) > 3 else ""


def rule_list_lines(rules: Sequence[Rule], speech: Speech) -> Iterator[Line]:
    """Every rule by family: severity, name, title."""
    families = dict.fromkeys([*FAMILIES, *sorted(family(rule) for rule in rules)])
    for name in families:
        members = [rule.card for rule in rules if family(rule) == name]
        if members:
            yield line((speech.of(FAMILIES.get(name, (name, name))), "strong"), (f"  {len(members)}", "dim"))
            for card in members:
                yield _listed(card, speech)
            yield BLANK
    told = speech(
        f"共 {len(rules)} 条规则。gouji rules 规则名 可看依据、例子与更正办法。",
        f"{len(rules)} rules. gouji rules NAME tells one's basis, examples and remedy.",
    )
    yield line((told, "dim"))


def _listed(card: Card, speech: Speech) -> Line:
    name = padded(speech.of(SEVERITIES[card.severity]), 7 if speech.lang == "en" else 4)
    title = speech(card.title, card.title_en)
    return line("  ", (name, SEVERITY_STYLES[card.severity]), f"  {title}  ", (card.name, "dim"), hang=8)


def rule_lines(rule: Rule, speech: Speech) -> Iterator[Line]:
    """A rule's card and its page."""
    card = rule.card
    yield line((speech(card.title, card.title_en), "strong"))
    yield line(speech(card.title_en, card.title))
    yield BLANK
    yield line((speech("规则 ", "rule "), "dim"), (card.name, "code"))
    yield line(
        (speech("程度 ", "severity "), "dim"), (speech.of(SEVERITIES[card.severity]), SEVERITY_STYLES[card.severity])
    )
    yield line((speech("依据 ", "basis "), "dim"), based(card, speech), hang=5)
    if reads := "、".join(card.reads):
        yield line((speech("所需 ", "reads "), "dim"), reads, hang=5)
    if scope := _scope(card, speech):
        yield line((speech("适用 ", "applies "), "dim"), scope, hang=5)
    yield from _page(page(rule))


def _scope(card: Card, speech: Speech) -> str:
    first, last = card.years
    years = speech(f"{first or ''}—{last or ''} 年度", f"{first or ''}–{last or ''}") if first or last else ""
    together = speech("同时给出的几份文件", "documents given together") if card.across else ""
    return speech("；", "; ").join(part for part in (years, "、".join(card.regions), together) if part)


def _page(markdown: str) -> Iterator[Line]:
    """The Markdown of a page as lines: headings strong, examples set off with a bar, ✗ in the colour of a fault."""
    example = False
    blank = True
    if markdown:
        yield BLANK
    for raw in markdown.splitlines():
        if raw.startswith("```"):
            example = not example
            if example and not blank:
                yield BLANK
            blank = False
        elif example:
            yield line(("  │ ", "dim"), *_marked(raw.replace("\t", "   ")), hang=4)
        elif raw.strip() or not blank:
            blank = not raw.strip()
            yield _prose(raw)


def _prose(raw: str) -> Line:
    if raw.startswith("#"):
        return line((raw.lstrip("# "), "strong"))
    text = _BULLET.sub(r"\1· ", raw)
    return line("  ", *_inline(text), hang=4 if text != raw else 2)


def _inline(text: str) -> Iterator[str | Span]:
    position = 0
    for match in _INLINE.finditer(text):
        yield text[position : match.start()]
        style: Style = "code" if match["code"] else "strong" if match["strong"] else ""
        yield (match["code"] or match["strong"] or match["link"], style)
        position = match.end()
    yield text[position:]


def _marked(text: str) -> Iterator[str | Span]:
    for position, part in enumerate(text.split(MARK)):
        if position:
            yield (MARK, "error")
        yield part
