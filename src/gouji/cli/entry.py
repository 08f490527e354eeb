"""The program `gouji`: its language, its commands (each loaded when it is called), what happens to mistakes."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Mapping, Sequence

import click

import gouji
from gouji.cli.asked import CannotRun, wording
from gouji.cli.spoken import SpokenGroup, lang_option, version_option
from gouji.cli.stream import hush, say_aside, use_utf8
from gouji.exporting.speech import Speech

COMMANDS = ("check", "years", "read", "score", "rules")
CANNOT_RUN = 2
INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and give its exit status."""
    arguments = list(sys.argv[1:] if arguments is None else arguments)
    use_utf8()
    speech = Speech("en" if _wants_english(arguments, os.environ) else "zh")
    try:
        return int(program(speech).main(arguments, "gouji", standalone_mode=False) or 0)
    except CannotRun as stopped:
        say_aside(str(stopped))
    except click.ClickException as mistake:
        say_aside(wording(mistake, speech))
    except (click.Abort, KeyboardInterrupt):
        say_aside(speech("已中断，没有写出任何文件。", "Interrupted; nothing was written."))
        return INTERRUPTED
    except BrokenPipeError:
        hush()
    return CANNOT_RUN


def _wants_english(arguments: Sequence[str], environment: Mapping[str, str]) -> bool:
    """Help and mistakes are worded before the options are parsed, so the language is looked for by hand."""
    for position, argument in enumerate(arguments):
        if argument == "--lang":
            return arguments[position + 1 : position + 2] == ["en"]
        if argument.startswith("--lang="):
            return argument == "--lang=en"
    return environment.get("GOUJI_LANG") == "en"


class _Program(SpokenGroup):
    """Imports a command's module when the command is called: `--version` need not wait for the rules."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command = importlib.import_module(f"gouji.cli.{cmd_name}").command(self.speech)
        assert isinstance(command, click.Command)
        return command


def program(speech: Speech) -> click.Group:
    """The program in one language."""
    help_text = speech(
        "勾稽：读出预算绩效公开文件里的每一个数，核对彼此是否相符。\n\n"
        "\b\n"
        "  gouji check 决算公开.pdf                检查一个文件\n"
        "  gouji check 文件夹 --out 报告.html      检查一批文件，生成网页报告\n"
        "  gouji years 文件夹 --out 历年.html      把一个单位各年的文件连起来对照\n"
        "  gouji read  决算公开.pdf                看看读出了什么\n"
        "  gouji score 自评表.docx                 重算自评得分\n"
        "  gouji rules                             都查些什么\n",
        "Reads every figure of public budget-performance documents and checks which do not tie out.\n\n"
        "\b\n"
        "  gouji check accounts.pdf                check a document\n"
        "  gouji check FOLDER --out report.html    check many, write a page\n"
        "  gouji years FOLDER --out years.html     lay a body's years side by side\n"
        "  gouji read  accounts.pdf                see what was read\n"
        "  gouji score form.docx                   reckon scores again\n"
        "  gouji rules                             see what is checked\n",
    )
    version = speech(
        f"gouji {gouji.__version__}，规则集 {gouji.RULES_VERSION}",
        f"gouji {gouji.__version__}, rules {gouji.RULES_VERSION}",
    )
    return _Program(
        speech,
        name="gouji",
        help=help_text,
        params=[version_option(version, speech), lang_option(speech)],
        no_args_is_help=True,
    )
