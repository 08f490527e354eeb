"""The grade: what the total is called, by the bands of a scheme, beside the grade that is printed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from gouji.model.figure import Figure
from gouji.model.performance import TextBox
from gouji.model.report import Report
from gouji.scoring.form import SelfEvaluation
from gouji.scoring.scheme import Bands, Scheme
from gouji.scoring.span import Span
from gouji.vocabulary.terms import half_width

BOXES = ("评价结论", "自评等级", "结论")
LONG = {"优秀": "优", "良好": "良", "中等": "中", "较差": "差"}
# The names 合格 and 不合格 stand for 中 and 差 in some regions.
ALIKE = {"合格": "中", "不合格": "差"}
_ALONE = re.compile(r"^[“\"]?(优秀|优|良好|良|中等|中|较差|差|不合格|合格)[”\"]?[。.]?$")
_NAMES = "优秀|优|良好|良|中等|中|较差|差|不合格|合格"
_BOXES = "☑☒√✓✔■□☐○●"
_LONGEST_BOX = 60
# ☑优□良□中□差, or with the boxes behind: 优☑良□中□差
_TICK_BEFORE = re.compile(rf"[☑☒√✓✔■●]({_NAMES})")
_TICK_AFTER = re.compile(rf"({_NAMES})[(（]?[☑☒√✓✔■●]")
_NAMED = re.compile(
    r"(?:等级|等次|结果|结论|评级|档次)(?:为|是|评定为|：|:)?\s?[“\"「]?"
    r"(?P<grade>优秀|优|良好|良|中等|中|较差|差|不合格|合格)(?![级好质])"
)


@dataclass(frozen=True, slots=True)
class Grade:
    """`due` are the grades the recomputed total may have, `of_printed` that of the printed total, `printed` as printed."""

    due: tuple[str, ...]
    of_printed: str
    printed: str

    @property
    def disagrees(self) -> bool:
        """Does the printed grade not follow from the printed total?"""
        return bool(self.printed and self.of_printed) and not same_grade(self.printed, self.of_printed)


def grade_alone(text: str) -> str:
    """The grade that a box or cell consists of, or the one that is ticked in it; "" when it holds anything else."""
    clean = "".join(text.split())
    before = clean[:1] in _BOXES
    ticked = (_TICK_BEFORE if before else _TICK_AFTER).findall(clean) if len(clean) <= _LONGEST_BOX else []
    match = _ALONE.search(clean)
    return match[1] if match else str(ticked[0]) if len(ticked) == 1 else ""


def grade_in(text: str) -> re.Match[str] | None:
    """The grade that a sentence gives (等级为“优”), as the group `grade`; offsets are those of the text."""
    return _NAMED.search(half_width(text))


def same_grade(one: str, other: str) -> bool:
    """Are two names of grades the same grade? 优秀 is 优, 合格 what others call 中."""
    return _standard(one) == _standard(other)


def grade_for(score: Fraction, bands: Bands | None) -> str:
    """The name of the grade of a total; "" without bands."""
    return bands.name_of(score) if bands is not None else ""


def grade_of_form(
    report: Report, form: SelfEvaluation, scheme: Scheme, span: Span | None, total: Figure | None
) -> Grade | None:
    """The grade of a project's form; None where there is no total to tell it from."""
    printed = printed_grade(report, form)
    bands = scheme.grades
    if bands is None or (span is None and total is None and not printed):
        return None
    ends = (grade_for(span.high, bands), grade_for(span.low, bands)) if span is not None else ()
    of_printed = grade_for(Fraction(total.value), bands) if total is not None else ""
    return Grade(tuple(dict.fromkeys(end for end in ends if end)), of_printed, printed)


def printed_grade(report: Report, form: SelfEvaluation) -> str:
    """The grade that the form's own boxes print; "" where they print none."""
    box = graded_box(report, form.project)
    return _grade_of(box) if box is not None else ""


def graded_box(report: Report, project: str) -> TextBox | None:
    """The box of a project's form that prints a grade; one that names no project belongs to any."""
    own = (box for box in report.boxes if box.field in BOXES and (not project or box.place.row in (project, "")))
    return next((box for box in own if _grade_of(box)), None)


def _grade_of(box: TextBox) -> str:
    named = grade_in(box.text)
    return grade_alone(box.text) or (named["grade"] if named else "")


def _standard(name: str) -> str:
    short = LONG.get(name, name)
    return ALIKE.get(short, short)
