"""Make docs/reference again from what the package itself knows: `./run docs`. A test says when the pages are stale."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click
import pictures

from gouji.cli.entry import COMMANDS, program
from gouji.exporting import schema, schemes
from gouji.exporting.speech import KINDS, SEVERITIES, Speech
from gouji.exporting.text.rules import FAMILIES, family
from gouji.rules.catalogue import listed_rules
from gouji.rules.rule import Rule
from gouji.scoring.register import all_schemes
from gouji.scoring.scheme import LEVELS
from gouji.vocabulary.form import Form, all_forms
from gouji.vocabulary.terms import ENGLISH

FOLDER = Path(__file__).resolve().parent / "reference"
MADE = "<!-- Made by ./run docs; change the source, not this page. -->\n"
CHINESE = Speech("zh")

SHAPES = {
    "coded": "编码、名称、各列金额", "named": "名称、各列金额", "nested": "逐列分级的名称、金额", "sided": "左右两栏并列", "single": "一行数",
    "target_form": "申报表的一部分", "application": "申报表", "project_table": "项目一览",
    "self_evaluation": "自评表", "money": "收支", "score_lines": "评分", "scores": "得分",
    "goal_completion": "目标完成情况", "target_review": "审核表",
}  # fmt: skip


def pages() -> dict[str, str]:
    """Every page of the reference: file name → text."""
    return {
        "rules.md": MADE + "\n".join(_rules()) + "\n",
        "forms.md": MADE + "\n".join(_forms()) + "\n",
        "schemes.md": MADE + "\n".join(_schemes()) + "\n",
        "glossary.md": MADE + "\n".join(_glossary()) + "\n",
        "cli.md": MADE + "\n".join(_commands()) + "\n",
        "data-format.md": schema.reference_page(),
        "schema.json": schema.schema_text(),
    }


def _rules() -> Iterator[str]:
    rules = listed_rules()
    yield "# 规则 · rules\n"
    yield f"共 {len(rules)} 条。规则名说的是差错本身，也用于 `gouji rules 规则名`、豁免和链接；点开可看说明和例子。"
    yield "依据的把握：V 见于正式文本或已公开文件，S 见于二手资料，O 为专业意见，待与正式文本核对。"
    for name in [*FAMILIES, *sorted({family(rule) for rule in rules} - set(FAMILIES))]:
        members = [rule for rule in rules if family(rule) == name]
        if members:
            yield f"\n## {' · '.join(FAMILIES.get(name, (name,)))}\n"
            yield "| 规则 | 程度 | 查出什么 | what it finds | 依据 | 把握 |"
            yield "|---|---|---|---|---|---|"
            yield from map(_rule, members)


def _rule(rule: Rule) -> str:
    card = rule.card
    folder = rule.module.rpartition(".")[0].replace(".", "/")
    link = f"[{card.name}](../../src/{folder}/pages/{card.name}.md)"
    severity = CHINESE.of(SEVERITIES[card.severity])
    return _row(link, severity, card.title, card.title_en, card.basis, card.certainty)


def _forms() -> Iterator[str]:
    yield "# 表式 · forms\n"
    yield "各表按地区和年度分版式，数据在 `src/gouji/vocabulary/forms/`；[增加一种版式](../how-to/add-a-form.md)。"
    for kind in dict.fromkeys(form.kind for form in all_forms()):
        yield f"\n## {_kind(kind)}\n"
        yield "| 表 | 版式 | 地区 | 年度 | 形状 | 列 |"
        yield "|---|---|---|---|---|---|"
        yield from (_form(form) for form in all_forms() if form.kind == kind)


def _kind(kind: str) -> str:
    shared = "几种文件都有 · in several kinds"
    return next((" · ".join(names) for known, names in KINDS.items() if known == kind != "unknown"), shared)


def _form(form: Form) -> str:
    first, last = form.years
    years = f"{first or ''}—{last or ''}" if first or last else ""
    columns = "；".join(
        f"{side.name}：{_columns(side.columns)}" if side.name else _columns(side.columns) for side in form.sides
    )
    return _row(form.name, form.layout, "、".join(form.regions), years, SHAPES.get(form.shape, form.shape), columns)


def _columns(columns: tuple[object, ...]) -> str:
    return "、".join(getattr(column, "name", "") for column in columns)


def _schemes() -> Iterator[str]:
    yield "# 计分办法 · schemes of scoring\n"
    yield "`gouji score` 按这些办法核算得分，`gouji score --schemes` 列出同样的内容。数据在 `src/gouji/scoring/schemes/`；"
    yield "[增加一个办法](../how-to/add-a-scheme.md)。\n"
    yield "把握：V 见于正式文本或已公开文件，S 见于二手资料，O 为专业意见，待与正式文本核对；每一个数各有自己的把握。\n"
    yield "| 名称 | 办法 | scheme | 用于 | 地区，年度 | 依据 | 把握 |"
    yield "|---|---|---|---|---|---|---|"
    for one in all_schemes():
        scope = schemes.in_force(one, CHINESE)
        link = f"[{one.name}](#{one.name})"
        yield _row(link, one.title, one.title_en, CHINESE.of(LEVELS[one.level]), scope, one.source, one.certainty)
    for one in all_schemes():
        yield f"\n## {one.name}\n\n{one.title}。依据 {one.source}（{one.certainty}）。\n"
        yield "| 内容 | 规定 | 把握 |"
        yield "|---|---|---|"
        yield from (_row(number.what, number.value, number.certainty) for number in schemes.numbers(one, CHINESE))


def _glossary() -> Iterator[str]:
    yield "# 词汇 · glossary\n"
    yield "每个术语只用一个英文词，代码、界面和文档都从这里取。\n"
    yield "| 中文 | English |"
    yield "|---|---|"
    yield from (_row(chinese, english) for chinese, english in ENGLISH.items())


def _commands() -> Iterator[str]:
    yield "# 命令 · command line\n"
    yield "英文帮助：`gouji --lang en --help`。"
    group = program(CHINESE)
    context = click.Context(group, info_name="gouji", terminal_width=100)
    yield f"\n## gouji\n\n```text\n{group.get_help(context).rstrip()}\n```"
    for name in COMMANDS:
        command = group.get_command(context, name)
        assert command is not None
        inner = click.Context(command, parent=context, info_name=name, terminal_width=100)
        yield f"\n## gouji {name}\n\n```text\n{command.get_help(inner).rstrip()}\n```"


def _row(*cells: str) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    pictures.draw()
    for name, text in pages().items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
