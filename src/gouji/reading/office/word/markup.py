"""Elements of WordprocessingML by their local names: the namespaces of both editions and of its extensions are one."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

_SPACES = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_OFF = ("0", "false", "off", "none")
_KEYS: dict[str, tuple[str, ...]] = {}
_NAMES: dict[str, str] = {}
# Marks around content that stand for nothing on paper.
WRAPPERS = frozenset({"sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "hyperlink"})


def name_of(element: etree._Element) -> str:
    """The local name; "" for comments and instructions."""
    tag = element.tag
    name = _NAMES.get(tag)
    return _learnt(tag) if name is None else name


def _learnt(tag: object) -> str:
    if not isinstance(tag, str):
        return ""
    name = tag.rpartition("}")[2]
    if len(_NAMES) < 2_000:
        _NAMES[tag] = name
    return name


def attribute(element: etree._Element, name: str = "val") -> str:
    """An attribute of the main namespace; "" where there is none."""
    keys = _KEYS.setdefault(name, (*(f"{{{space}}}{name}" for space in _SPACES), name))
    return next((value for key in keys if (value := element.get(key)) is not None), "")


def number(element: etree._Element | None, name: str = "val", default: int = 0) -> int:
    """An attribute as a whole number."""
    text = attribute(element, name) if element is not None else ""
    return int(text) if text.lstrip("-").isascii() and text.lstrip("-").isdigit() and len(text) < 12 else default


def child(element: etree._Element | None, *names: str) -> etree._Element | None:
    """The first child of the name, or of it the first child of the next name, and so on."""
    for name in names:
        if element is None:
            return None
        for one in element:
            if name_of(one) == name:
                element = one
                break
        else:
            return None
    return element


def parts(element: etree._Element | None) -> dict[str, etree._Element]:
    """The children by their names; of several of one name the last."""
    return {} if element is None else {name_of(one): one for one in element}


def is_on(element: etree._Element | None) -> bool:
    """Is a property like `w:vanish` there and not switched off?"""
    return element is not None and attribute(element) not in _OFF


def children(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    """The children of the names, those inside content controls and the like as well."""
    for one in element:
        name = name_of(one)
        if name in names:
            yield one
        elif name in WRAPPERS:
            yield from children(one, *names)
