"""Mistakes in what was asked, worded for people."""

from __future__ import annotations

import click

from gouji.exporting.speech import Speech


class CannotRun(Exception):
    """The command cannot do what it is asked; `str()` says why and what to do, in the language spoken."""


def wording(mistake: click.ClickException, speech: Speech) -> str:
    """A mistake in the options or arguments, with where to read how it is done."""
    text = _told(mistake, speech) if speech.lang == "zh" else mistake.format_message()
    context = getattr(mistake, "ctx", None)
    path = context.command_path if context else "gouji"
    return f"{text}\n{speech('用法见', 'See')} {path} --help"


def _told(mistake: click.ClickException, speech: Speech) -> str:
    match mistake:
        case click.NoSuchOption(option_name=name, possibilities=near):
            meant = f"是不是 {'、'.join(near)}？" if near else ""
            return f"没有选项 {name}。{meant}"
        case click.MissingParameter():
            return f"没有给出{_named(mistake)}。"
        case click.BadParameter(param=click.Parameter(type=click.Choice(choices=choices))):
            return f"{_named(mistake)} 的值不对，可以是 {'、'.join(map(str, choices))}。"
        case click.BadParameter(param=click.Parameter(type=click.IntRange(min=least, max=most))):
            return f"{_named(mistake)} 的值不对，可以是 {least} 到 {most}。"
        case click.BadOptionUsage(option_name=name):
            return f"选项 {name} 后面缺少值，或带了不该有的值。"
    return mistake.format_message()


def _named(mistake: click.BadParameter) -> str:
    if mistake.param is None:
        return mistake.param_hint if isinstance(mistake.param_hint, str) else "参数"
    if isinstance(mistake.param, click.Argument):
        return (mistake.param.metavar or mistake.param.human_readable_name).rstrip("…")
    return mistake.param.opts[0]
