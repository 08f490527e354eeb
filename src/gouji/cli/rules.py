"""`gouji rules`: what is checked, and one rule's card and page."""

from __future__ import annotations

import difflib

import click

from gouji.cli.asked import CannotRun
from gouji.cli.spoken import SpokenCommand, lang_option
from gouji.cli.stream import say_lines
from gouji.exporting.speech import Speech
from gouji.exporting.text.rules import rule_lines, rule_list_lines
from gouji.model.finding import Card
from gouji.rules.catalogue import listed_rules, rule_named
from gouji.rules.rule import Rule

MOST_NEAR = 5


def command(speech: Speech) -> click.Command:
    """The command in one language."""

    def run(name: str | None) -> int:
        say_lines(rule_lines(_known(name, speech), speech) if name else rule_list_lines(listed_rules(), speech))
        return 0

    return SpokenCommand(
        speech,
        name="rules",
        callback=run,
        short_help=speech("列出规则；给出规则名则显示其说明。", "List the rules, or tell about one."),
        help=speech(
            "列出全部规则。给出规则名，则显示它查什么、依据、例子和更正办法。",
            "List all rules. With a name: what it checks, its basis, examples and remedy.",
        ),
        params=[click.Argument(["name"], required=False, metavar=speech("[规则名]", "[NAME]")), lang_option(speech)],
    )


def _known(name: str, speech: Speech) -> Rule:
    if rule := rule_named(name):
        return rule
    near = _near(name)
    told = speech(f"没有名为 {name} 的规则。", f"There is no rule called {name}.")
    if near:
        told += speech("相近的有：", " Similar ones:")
        told += "".join(f"\n  {card.name}  {speech(card.title, card.title_en)}" for card in near)
    raise CannotRun(told + speech("\n全部规则见 gouji rules", "\nAll rules: gouji rules"))


def _near(name: str) -> list[Card]:
    """Rules that are spelt alike, or whose name or title holds what was asked for."""
    cards = {rule.card.name: rule.card for rule in listed_rules()}
    wanted = name.lower()
    holding = [card for card in cards.values() if wanted in card.name or name in card.title]
    alike = [cards[near] for near in difflib.get_close_matches(wanted, cards, MOST_NEAR)]
    return list(dict.fromkeys([*alike, *holding]))[:MOST_NEAR]
