"""`gouji score`: the scores of self-evaluations reckoned again, beside the printed ones."""

from __future__ import annotations

import difflib
from itertools import chain

import click

from gouji.cli import target
from gouji.cli.asked import CannotRun
from gouji.cli.check import CANNOT_RUN, CLEAN, FOUND, nothing_read
from gouji.cli.spoken import SpokenCommand, format_option, jobs_option, lang_option, out_option, paths_argument
from gouji.cli.stream import Watch, say, say_aside, say_lines, width
from gouji.exporting import json
from gouji.exporting.json.score import listed_schemes, scores
from gouji.exporting.speech import Speech
from gouji.exporting.text.lines import BOUNDLESS, plain
from gouji.exporting.text.schemes import scheme_lines
from gouji.exporting.text.score import counted, score_lines
from gouji.exporting.text.unread import passed_over
from gouji.model.examination import Gathered
from gouji.running.batch import read_paths
from gouji.scoring.register import all_schemes, scheme_named
from gouji.scoring.scheme import DEPARTMENT, PROJECT, Scheme
from gouji.scoring.scored import Scored, score

_FORMATS = ["text", "json"]


def command(speech: Speech) -> click.Command:
    """The command in one language."""

    def run(path: tuple[str, ...], jobs: int | None, schemes: bool, **options: str | None) -> int:
        if schemes:
            return list_schemes(options["format"], options["out"], speech)
        return score_paths(path, _scheme(options["scheme"], speech), options["format"], options["out"], speech, jobs)

    return SpokenCommand(
        speech,
        name="score",
        callback=run,
        short_help=speech("按计分办法重算自评得分，与所印得分对照。", "Reckon the scores of self-evaluations again."),
        help=speech(
            "按计分办法重算项目支出绩效自评表的每一项得分、总分和等级，写明每一分的依据；部门整体得分表核对得分率、合计和平均数。\n\n"
            "退出码：0 全部相符，1 有得分不符，2 无法运行，或有文件读不了。",
            "Reckons every score of self-evaluation forms again, with total and grade, and says which rule gave which "
            "point; score tables of departments are checked for rates, sums and averages.\n\n"
            "Exit status: 0 all agree, 1 some disagree, 2 could not run, or a file was not read.",
        ),
        params=_params(speech),
    )


def _params(speech: Speech) -> list[click.Parameter]:
    return [
        paths_argument(speech, required=False),
        click.Option(
            ["--scheme"], metavar="NAME",
            help=speech("用哪个计分办法，默认按表上所写或推定。", "The scheme to use; told by the form if left out."),
        ),
        click.Option(["--schemes"], is_flag=True, help=speech("列出全部计分办法。", "List all schemes.")),
        format_option(_FORMATS, speech),
        out_option(speech),
        jobs_option(speech),
        lang_option(speech),
    ]  # fmt: skip


def _scheme(name: str | None, speech: Speech) -> Scheme | None:
    """The scheme of that name; CannotRun with the nearest names where there is none."""
    beginning = [scheme for scheme in all_schemes() if name and scheme.name.startswith(name)]
    found = scheme_named(name or "") or (beginning[0] if len(beginning) == 1 else None)
    if found is not None and found.level not in (PROJECT, DEPARTMENT):
        title = speech(found.title, found.title_en)
        raise CannotRun(
            speech(f"“{title}”不是自评的计分办法，不能用来核算得分。", f"“{title}” does not score self-evaluations.")
        )
    if name and found is None:
        near = difflib.get_close_matches(name, [scheme.name for scheme in all_schemes()], 3, 0.4)
        told = speech(f"没有名为 {name} 的计分办法。", f"There is no scheme called {name}.")
        meant = speech(f"相近的有：{'、'.join(near)}。", f" Similar: {', '.join(near)}.") if near else ""
        raise CannotRun(
            told + meant + speech("全部办法见 gouji score --schemes", " All of them: gouji score --schemes")
        )
    return found


def score_paths(
    paths: tuple[str, ...], asked: Scheme | None, form: str | None, out: str | None, speech: Speech, jobs: int | None
) -> int:
    """Score what the paths hold and give the exit status."""
    if not paths:
        raise CannotRun(
            speech("没有给出文件或文件夹。用法见 gouji score --help", "No file given. See gouji score --help")
        )
    form = target.format_for(form, out, _FORMATS, speech)
    if out:
        target.hold_against(out, paths, speech)
    with Watch(speech) as watch:
        gathered = read_paths(paths, progress=watch, jobs=jobs)
    if not gathered.reports:
        return nothing_read(gathered.failures, speech)
    scored = [score(report, asked) for report in gathered.reports]
    _tell(scored, gathered, form, out, speech)
    if gathered.failures:
        return CANNOT_RUN
    return FOUND if any(one.disagrees for one in scored) else CLEAN


def _tell(scored: list[Scored], gathered: Gathered, form: str, out: str | None, speech: Speech) -> None:
    wide = BOUNDLESS if out else width()
    lines = chain(score_lines(scored, gathered.failures, speech, wide), passed_over(gathered.skipped, speech))
    if form == "text" and not out:
        say_lines(lines)
        return
    text = json.written(scores(scored, gathered, speech)) if form == "json" else plain(lines)
    if out:
        target.write(out, text, speech)
        say_aside(counted(scored, speech) + speech(f"已写入 {out}", f" Written to {out}"))
    else:
        say(text)


def list_schemes(form: str | None, out: str | None, speech: Speech) -> int:
    """All schemes with their numbers."""
    if target.format_for(form, out, _FORMATS, speech) == "json":
        text = json.written(listed_schemes(all_schemes(), speech))
    elif out:
        text = plain(scheme_lines(all_schemes(), speech))
    else:
        say_lines(scheme_lines(all_schemes(), speech))
        return CLEAN
    if out:
        target.write(out, text, speech)
    else:
        say(text)
    return CLEAN
