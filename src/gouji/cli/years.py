"""`gouji years`: the documents of each body linked, its years side by side."""

from __future__ import annotations

import os
import sys
from urllib.parse import quote

import click

from gouji.chain.records import records
from gouji.cli import target
from gouji.cli.asked import CannotRun
from gouji.cli.check import CANNOT_RUN, CLEAN, FOUND, nothing_read, rendered
from gouji.cli.spoken import SpokenCommand, format_option, jobs_option, lang_option, out_option, paths_argument
from gouji.cli.stream import Watch, say, say_aside, say_lines, width
from gouji.exporting import json
from gouji.exporting.html.years import page
from gouji.exporting.json.years import years as as_json
from gouji.exporting.speech import Speech
from gouji.exporting.text.lines import plain
from gouji.exporting.text.years import counted, years_lines
from gouji.exporting.years.contradictions import contradictions
from gouji.exporting.years.words import Body, body
from gouji.model.examination import Examination
from gouji.running.batch import check_paths

_FORMATS = ["text", "json", "html"]


def command(speech: Speech) -> click.Command:
    """The command in one language."""

    def run(path: tuple[str, ...], jobs: int | None, **options: str | None) -> int:
        return compare(path, options["format"], options["out"], speech, jobs, options["report"])

    return SpokenCommand(
        speech,
        name="years",
        callback=run,
        short_help=speech("把一个单位各年的文件连起来，逐年对照。", "Link each body's documents and lay its years side by side."),
        help=speech(
            "把同一单位的目标、预算、监控、自评、决算按年度连起来：各年缺哪些文件，预算与执行，得分，"
            "每个项目和指标的目标与结果，文件之间哪里前后不一致。\n\n"
            "给出的文件可以属于多个单位，各单位分开列。网页可打印，不需要网络。\n\n"
            "退出码：0 没有前后不一致，1 有，2 无法运行，或有文件读不了。",
            "Links the targets, budgets, monitoring, self-evaluations and accounts of each body year by year: which documents "
            "are missing, budget and execution, scores, targets and results of every project and indicator, and where the "
            "documents contradict one another.\n\n"
            "Exit status: 0 no contradictions, 1 some, 2 could not run, or a file was not read.",
        ),
        params=[
            paths_argument(speech),
            format_option(_FORMATS, speech),
            out_option(speech),
            click.Option(
                ["--report"], metavar="FILE",
                help=speech("同时写出核对报告（网页），前后不一致之处链接到其中的原文。", "Write the page of gouji check too and link to it."),
            ),
            jobs_option(speech),
            lang_option(speech),
        ],
    )  # fmt: skip


def compare(
    paths: tuple[str, ...],
    asked: str | None,
    out: str | None,
    speech: Speech,
    jobs: int | None = None,
    report: str | None = None,
) -> int:
    """Lay side by side what the paths hold and give the exit status."""
    form = target.format_for(asked, out, _FORMATS, speech)
    for file in filter(None, (out, report)):
        target.hold_against(file, paths, speech)
    if report and (form != "html" or not out or os.path.realpath(report) == os.path.realpath(out)):
        told = "--report 用于网页，请另外用 --out 历年.html 写明网页文件", "--report goes with a page: --out years.html"
        raise CannotRun(speech(f"{told[0]}。", f"{told[1]}."))
    if not out and form == "html" and sys.stdout.isatty():
        raise CannotRun(speech("网页请用 --out 历年.html 写入文件。", "Write a page to a file: --out years.html"))
    with Watch(speech) as watch:
        examination = check_paths(paths, progress=watch, jobs=jobs)
    if not examination.documents:
        return nothing_read(examination.failures, speech)
    bodies = bodies_of(examination)
    if report:
        target.write(report, rendered(examination, "html", speech, jobs), speech)
    _tell(bodies, examination, form, out, speech, _address(report, out))
    if examination.failures:
        return CANNOT_RUN
    return FOUND if any(one.found.grave for one in bodies) else CLEAN


def _address(report: str | None, out: str | None) -> str:
    """The address of one file as the other links to it."""
    if not report or not out:
        return ""
    return quote(os.path.relpath(os.path.realpath(report), os.path.dirname(os.path.realpath(out))).replace(os.sep, "/"))


def bodies_of(examination: Examination) -> list[Body]:
    """Every body of which there are documents, the one with most of them first."""
    linked = records([document.report for document in examination.documents])
    return [body(record, contradictions(record, examination)) for record in linked]


def _tell(
    bodies: list[Body], examination: Examination, form: str, out: str | None, speech: Speech, report: str
) -> None:
    if form == "text" and not out:
        say_lines(years_lines(bodies, examination, speech, width()))
        return
    if form == "html":
        text = page(bodies, examination, speech, report)
    elif form == "json":
        text = json.written(as_json(bodies, examination, speech))
    else:
        text = plain(years_lines(bodies, examination, speech))
    if out:
        target.write(out, text, speech)
        say_aside(counted(bodies, speech) + speech(f"已写入 {out}", f" Written to {out}"))
    else:
        say(text)
