"""All rules, found by walking the package; and the page of each."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from importlib import resources

from gouji.rules.any_document import whole_tables
from gouji.rules.check import ROUNDING_TAILS
from gouji.rules.rule import Rule


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule of every module below `gouji.rules`, sorted by name."""
    package = importlib.import_module("gouji.rules")
    found: dict[str, Rule] = {}
    for module in pkgutil.walk_packages(package.__path__, "gouji.rules."):
        for thing in vars(importlib.import_module(module.name)).values():
            if isinstance(thing, Rule):
                if found.setdefault(thing.card.name, thing) is not thing:
                    raise ValueError(f"two rules are called {thing.card.name}")
    return tuple(found[name] for name in sorted(found))


@cache
def listed_rules() -> tuple[Rule, ...]:
    """Every rule a finding may name: `all_rules()`, and the cards of what is gathered from the findings of others."""
    gathered = [Rule(ROUNDING_TAILS, module="gouji.rules.check")]
    gathered += [Rule(card, module=whole_tables.__name__) for card in whole_tables.CARDS]
    return tuple(sorted((*all_rules(), *gathered), key=lambda rule: rule.card.name))


def rule_named(name: str) -> Rule | None:
    """The rule of that name."""
    return next((rule for rule in listed_rules() if rule.card.name == name), None)


def page(rule: Rule) -> str:
    """The rule's page, Markdown; empty when it has none. It lies in `pages/` beside the module that holds the rule."""
    folder = resources.files(rule.module.rpartition(".")[0])
    path = folder / "pages" / f"{rule.card.name}.md"
    return path.read_text(encoding="utf-8") if path.is_file() else ""
