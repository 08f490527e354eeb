"""`gouji check`: read the documents, check them together, tell what was found."""

from __future__ import annotations

import sys

import click

from gouji.cli import target
from gouji.cli.asked import CannotRun
from gouji.cli.spoken import SpokenCommand, format_option, jobs_option, lang_option, out_option, paths_argument
from gouji.cli.stream import Watch, say, say_aside, say_lines
from gouji.exporting import html, json
from gouji.exporting.speech import Speech
from gouji.exporting.text.check import check_lines, counted
from gouji.exporting.text.lines import plain
from gouji.exporting.where import Where
from gouji.model.examination import Examination, Failure
from gouji.model.finding import Severity
from gouji.model.rounding import Tolerance
from gouji.running import drawing
from gouji.running.batch import check_paths

CLEAN, FOUND, CANNOT_RUN = 0, 1, 2
MOST_UNREAD = 20
_FORMATS = ["text", "json", "html"]
_GRAVE = {"error": (Severity.ERROR,), "warning": (Severity.ERROR, Severity.WARNING), "never": ()}


def command(speech: Speech) -> click.Command:
    """The command in one language."""

    def run(path: tuple[str, ...], jobs: int | None, **options: str | None) -> int:
        asked, out, fail_on = options["format"], options["out"], options["fail_on"] or "error"
        return check(path, asked, out, fail_on, speech, jobs, Tolerance(options["tolerance"] or "strict"))

    return SpokenCommand(
        speech,
        name="check",
        callback=run,
        short_help=speech("检查文件，指出对不上的数。", "Check documents and tell which figures do not tie out."),
        help=speech(
            "检查文件或文件夹。一起给出的文件会互相核对。\n\n"
            "可读 PDF、Word、Excel、WPS、网页、图片和文本；扫描件和图片需要 pip install 'gouji[scan]'，"
            "DOC、WPS 需要本机装有 LibreOffice。\n\n"
            "退出码：0 没有问题，1 有达到 --fail-on 程度的问题，2 无法运行，或有文件、有数字读不了。",
            "Check files or folders. Documents given together are held against each other.\n\n"
            "Reads PDF, Word, Excel, WPS, HTML, pictures and text; scans and pictures need pip install 'gouji[scan]', "
            "DOC and WPS need LibreOffice.\n\n"
            "Exit status: 0 clean, 1 findings as grave as --fail-on, 2 could not run, or a file or figure was not read.",
        ),
        params=_params(speech),
    )


def _params(speech: Speech) -> list[click.Parameter]:
    return [
        paths_argument(speech),
        format_option(_FORMATS, speech),
        out_option(speech),
        click.Option(
            ["--fail-on"], type=click.Choice(list(_GRAVE)), default="error",
            help=speech("何种程度算不通过，默认 error（错误）。", "What makes the exit status 1, default error."),
        ),
        click.Option(
            ["--tolerance"], type=click.Choice([each.value for each in Tolerance]), default=Tolerance.STRICT.value,
            help=speech(
                "尾数容差：strict 严格（默认）；closed 闭区间，与 XBRL Calculations 1.1 一致。",
                "What rounding may explain: strict (default), or closed intervals as XBRL Calculations 1.1.",
            ),
        ),
        jobs_option(speech),
        lang_option(speech),
    ]  # fmt: skip


def check(
    paths: tuple[str, ...],
    asked: str | None,
    out: str | None,
    fail_on: str,
    speech: Speech,
    jobs: int | None = None,
    allowed: Tolerance = Tolerance.STRICT,
) -> int:
    """Check what the paths hold and give the exit status."""
    form = target.format_for(asked, out, _FORMATS, speech)
    if out:
        target.hold_against(out, paths, speech)
    elif form == "html" and sys.stdout.isatty():
        raise CannotRun(speech("网页报告请用 --out 报告.html 写入文件。", "Write a page to a file: --out report.html"))
    with Watch(speech) as watch:
        examination = check_paths(paths, progress=watch, jobs=jobs, allowed=allowed)
    if not examination.documents:
        return nothing_read(examination.failures, speech)
    _tell(examination, form, out, speech, jobs)
    return _status(examination, fail_on)


def nothing_read(failures: tuple[Failure, ...], speech: Speech) -> int:
    """Say why there is no document to tell of."""
    for failure in failures:
        say_aside(speech(f"{failure.path}：{failure.message}", f"{failure.path}: {failure.message_en}"))
    if not failures:
        say_aside(speech(
            "没有可读的文件。支持 PDF、Word、Excel、WPS、网页、图片（PNG、JPG、TIF）和文本（TXT、MD、CSV）。",
            "No file to read. Supported: PDF, Word, Excel, WPS, HTML, pictures (PNG, JPG, TIF) and text (TXT, MD, CSV).",
        ))  # fmt: skip
    return CANNOT_RUN


def _tell(examination: Examination, form: str, out: str | None, speech: Speech, jobs: int | None) -> None:
    if form == "text" and not out:
        say_lines(check_lines(examination, speech))
        return
    text = rendered(examination, form, speech, jobs)
    if out:
        target.write(out, text, speech)
        say_aside(counted(examination, speech) + speech(f"报告已写入 {out}", f" Written to {out}"))
    else:
        say(text)
    for failure in examination.failures:
        say_aside(
            speech(f"未能读取 {failure.path}：{failure.message}", f"not read: {failure.path}: {failure.message_en}")
        )
    _tell_unread(examination, speech)


def _tell_unread(examination: Examination, speech: Speech) -> None:
    """Figures that are there and could not be read, on the side: they must not hide in a file nobody opens."""
    unread = [doubt for document in examination.documents for doubt in document.report.doubts if doubt.unread]
    where = Where((document.report for document in examination.documents), speech)
    for doubt in unread[:MOST_UNREAD]:
        say_aside(f"{where.in_file(doubt.place)}  {doubt.message}")
    if (rest := len(unread) - MOST_UNREAD) > 0:
        say_aside(speech(f"……另有 {rest} 处未能识读。", f"… {rest} more could not be read."))


def rendered(examination: Examination, form: str, speech: Speech, jobs: int | None) -> str:
    """The answer as text, JSON or a page."""
    if form == "json":
        return json.written(json.checked(examination, speech))
    if form == "html":
        return html.page(examination, speech, _pictures(examination, jobs))
    return plain(check_lines(examination, speech))


def _pictures(examination: Examination, jobs: int | None) -> html.Pictures:
    """The pages worth seeing, drawn; nothing is loaded for it where no document has pages."""
    pages = html.wanted(examination)
    return drawing.pictures((document.report for document in examination.documents), pages, jobs) if pages else {}


def _status(examination: Examination, fail_on: str) -> int:
    if examination.failures:
        return CANNOT_RUN
    if any(examination.count(severity) for severity in _GRAVE[fail_on]):
        return FOUND
    # Nothing found where not everything was read is not clean.
    return CANNOT_RUN if examination.coverage.unread else CLEAN
