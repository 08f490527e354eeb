"""Names laid beside each other: of projects without codes and year labels, of indicators without units and small words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from gouji.vocabulary.indicators import unit_named
from gouji.vocabulary.terms import plain

_CODE = re.compile(r"^[\[(【]?(?P<code>(?=[A-Za-z0-9-]*\d{6})[A-Za-z0-9-]{8,40})[\])】]?[-—_ 、:]*(?=\D|$)")
_YEAR = r"20\d{2}(?:[-—–~至/]+(?:20)?\d{2})?(?:年度|年)?"
_LABEL = re.compile(rf"\({_YEAR}\)|{_YEAR}(?!\d)")
_ENDS = re.compile(r"[。；;，,：:、]+$")
_BRACKET = re.compile(r"\((?P<unit>[^()]{1,6})\)$")
_SIGNS = frozenset("%‰")
_COUNTED = re.compile(r"数量$")
_LEVEL = re.compile(r"指标$")
_SECRET = re.compile(r"涉密|^[A-Za-z0-9()-]+$")


@dataclass(frozen=True, slots=True)
class ProjectName:
    """`full` is the plain name without its code, `bare` that without labels of years, `labels` these."""

    full: str
    bare: str
    code: str
    labels: tuple[str, ...]


def project_name(printed: str) -> ProjectName:
    """A printed name of a project taken apart. A secret one, which is a code only, keeps it as its name."""
    name = plain(printed)
    match = _CODE.match(name)
    code = match["code"].upper() if match else ""
    full = name[match.end() :] if match else name
    if not full or full[0] == "(":
        full = name
    bare = _LABEL.sub("", full)
    return ProjectName(full, bare if len(bare) > 1 else full, code, tuple(_LABEL.findall(full)))


def is_secret(name: str) -> bool:
    """Does a name say that the project is classified, or hide it behind a mere code?"""
    return bool(_SECRET.search(plain(name)))


def indicator_name(printed: str) -> str:
    """The name of an indicator as it is compared: 发布预警数量（份）: is 发布预警数."""
    name = _ENDS.sub("", plain(printed))
    match = _BRACKET.search(name)
    if match and (match["unit"] in _SIGNS or unit_named(match["unit"]) is not None):
        name = name[: match.start()]
    return _COUNTED.sub("数", name)


def level_name(printed: str) -> str:
    """数量指标 is 数量."""
    return _LEVEL.sub("", plain(printed))
