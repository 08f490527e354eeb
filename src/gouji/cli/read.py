"""`gouji read`: tell what was read from the documents and which figures identities look at, without judging anything."""

from __future__ import annotations

from collections.abc import Mapping

import click

from gouji.cli import target
from gouji.cli.check import CANNOT_RUN, CLEAN, nothing_read
from gouji.cli.spoken import SpokenCommand, format_option, jobs_option, lang_option, out_option, paths_argument
from gouji.cli.stream import Watch, say, say_aside, say_lines
from gouji.exporting import json
from gouji.exporting.speech import Speech
from gouji.exporting.text.lines import plain
from gouji.exporting.text.read import read_lines
from gouji.model.examination import Gathered
from gouji.model.finding import Checked
from gouji.running.batch import read_paths
from gouji.running.looking import looked_over

_FORMATS = ["text", "json"]


def command(speech: Speech) -> click.Command:
    """The command in one language."""

    def run(path: tuple[str, ...], jobs: int | None, **options: str | None) -> int:
        return read(path, options["format"], options["out"], speech, jobs)

    return SpokenCommand(
        speech,
        name="read",
        callback=run,
        short_help=speech("显示从文件里读出的表、项目、指标和数。", "Show what was read, table by table."),
        help=speech(
            "显示从文件里读出的内容，便于与原件对照，或供其他程序使用（--format json）。"
            "只读不判：不列问题，但会标出没有勾稽关系核对的数。",
            "Show what was read, to hold it against the original or for other programs (--format json). "
            "Nothing is judged, but figures that no identity looks at are marked.",
        ),
        params=[
            paths_argument(speech),
            format_option(_FORMATS, speech),
            out_option(speech),
            jobs_option(speech),
            lang_option(speech),
        ],
    )  # fmt: skip


def read(paths: tuple[str, ...], asked: str | None, out: str | None, speech: Speech, jobs: int | None = None) -> int:
    """Read what the paths hold and give the exit status."""
    form = target.format_for(asked, out, _FORMATS, speech)
    if out:
        target.hold_against(out, paths, speech)
    with Watch(speech) as watch:
        gathered = read_paths(paths, progress=watch, jobs=jobs)
    if not gathered.reports:
        return nothing_read(gathered.failures, speech)
    _tell(*looked_over(gathered), form, out, speech)
    return CANNOT_RUN if gathered.failures else CLEAN


def _tell(gathered: Gathered, checked: Mapping[str, Checked], form: str, out: str | None, speech: Speech) -> None:
    if form == "text" and not out:
        say_lines(read_lines(gathered, speech, checked))
        return
    if form == "json":
        text = json.written(json.readings(gathered, speech, checked))
    else:
        text = plain(read_lines(gathered, speech, checked))
    if out:
        target.write(out, text, speech)
        say_aside(speech(f"已写入 {out}", f"Written to {out}"))
    else:
        say(text)
    for failure in gathered.failures:
        say_aside(
            speech(f"未能读取 {failure.path}：{failure.message}", f"not read: {failure.path}: {failure.message_en}")
        )
