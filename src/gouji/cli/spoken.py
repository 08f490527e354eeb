"""Click's commands, options and help pages in the language that is spoken."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from typing import Any

import click

from gouji.exporting.speech import Speech


class SpokenCommand(click.Command):
    """A command whose help page is worded in one language."""

    def __init__(self, speech: Speech, **settings: Any) -> None:
        super().__init__(options_metavar=speech("[选项]", "[OPTIONS]"), **settings)
        self.speech = speech

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix=self.speech("用法：", "Usage: "))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        records = [record for option in options if (record := option.get_help_record(ctx))]
        with formatter.section(self.speech("选项", "Options")):
            formatter.write_dl(records)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = self.speech("显示本帮助。", "Show this page.")
        return option


class SpokenGroup(SpokenCommand, click.Group):
    """A group of commands whose help page is worded in one language."""

    def __init__(self, speech: Speech, **settings: Any) -> None:
        super().__init__(speech, subcommand_metavar=speech("命令 …", "COMMAND …"), **settings)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        SpokenCommand.format_options(self, ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        commands = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        with formatter.section(self.speech("命令", "Commands")):
            formatter.write_dl([(name, command.short_help or "") for name, command in commands if command])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            raise click.UsageError(self._unknown(args[0], self.list_commands(ctx)), ctx)
        return super().resolve_command(ctx, args)

    def _unknown(self, name: str, known: list[str]) -> str:
        near = difflib.get_close_matches(name, known, 1)
        meant = self.speech(f"是不是 {near[0]}？", f"Did you mean {near[0]}?") if near else ""
        return self.speech(f"没有命令 {name}。{meant}", f"There is no command {name}. {meant}")


def lang_option(speech: Speech) -> click.Option:
    """`--lang`, which `main` has already looked at."""
    told = speech("语言：zh 中文（默认）或 en 英文。", "Language: zh (default) or en.")
    return click.Option(["--lang"], type=click.Choice(["zh", "en"]), help=told, expose_value=False)


def version_option(version: str, speech: Speech) -> click.Option:
    """`--version`: prints and ends before anything else is looked at."""

    def show(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
        if wanted and not ctx.resilient_parsing:
            click.echo(version)
            ctx.exit()

    told = speech("显示版本和规则集版本。", "Show the version of the program and of its rules.")
    return click.Option(["--version"], is_flag=True, is_eager=True, expose_value=False, callback=show, help=told)


def paths_argument(speech: Speech, required: bool = True) -> click.Argument:
    """The files and folders a command is about."""
    return click.Argument(["path"], nargs=-1, required=required, metavar=speech("文件或文件夹…", "PATH…"))


def format_option(formats: Sequence[str], speech: Speech) -> click.Option:
    """`--format`, of those that the command can write."""
    told = speech("输出格式，默认按 --out 的后缀，否则 text。", "Output format; told by --out, else text.")
    return click.Option(["--format"], type=click.Choice(formats), help=told)


def out_option(speech: Speech) -> click.Option:
    """`--out`: the file to write to."""
    return click.Option(["--out"], metavar="FILE", help=speech("写入文件，不写则显示。", "Write to a file."))


def jobs_option(speech: Speech) -> click.Option:
    """`--jobs`: how many documents are read at once."""
    told = speech("同时读取几个文件，默认等于处理器核数。", "How many documents to read at once, default: the cores.")
    return click.Option(["--jobs"], type=click.IntRange(1, 256), metavar="N", help=told)
