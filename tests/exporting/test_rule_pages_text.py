"""Rules told on the command line: card and page without the signs of Markdown."""

from __future__ import annotations

from gouji.exporting.speech import Speech
from gouji.exporting.text.lines import plain
from gouji.exporting.text.rules import rule_lines, rule_list_lines
from gouji.rules.catalogue import listed_rules, rule_named


def test_a_rule_is_told_with_card_and_page(chinese: Speech) -> None:
    rule = rule_named("sums-differ-by-rounding")
    assert rule is not None
    text = plain(rule_lines(rule, chinese))
    assert text.startswith(rule.card.title)
    assert "规则 sums-differ-by-rounding" in text
    assert "依据 " in text
    assert "查什么" in text
    assert "```" not in text
    assert "## " not in text
    assert "  │ " in text


def test_examples_stand_apart_from_each_other_and_from_the_next_heading(chinese: Speech) -> None:
    rule = rule_named("sums-differ-by-rounding")
    assert rule is not None
    lines = plain(rule_lines(rule, chinese)).splitlines()
    assert "" in lines[lines.index("例") : lines.index("如何更正")]
    assert lines[lines.index("如何更正") - 1] == ""
    first_line = next(line for line in lines if line.startswith("  │ "))
    starts = [number for number, line in enumerate(lines) if line == first_line]
    assert all(not lines[number - 1].startswith("  │") for number in starts)


def test_every_rule_is_listed_once_under_a_family(chinese: Speech, english: Speech) -> None:
    text = plain(rule_list_lines(listed_rules(), chinese))
    for rule in listed_rules():
        assert text.count(f"  {rule.card.name}\n") == 1
        assert rule.card.title in text
        assert rule.card.title_en in plain(rule_list_lines([rule], english))
    assert "across_documents" not in text
