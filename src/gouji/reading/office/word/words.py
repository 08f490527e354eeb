"""The text of one paragraph as Word shows it: insertions read, deletions not; the results of fields, not their codes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from gouji.reading.flow.raised import raised
from gouji.reading.office.word.markup import attribute, child, is_on, name_of, number
from gouji.reading.office.word.styles import Styles, hidden
from gouji.reading.office.word.symbols import symbol, without_codes
from gouji.reading.text import plainly_spaced

# What holds no text of the document: properties, codes of fields, deletions, comments, readings above characters.
_PASSED = frozenset(
    [
        "pPr", "rPr", "sdtPr", "sdtEndPr", "instrText", "delText", "delInstrText", "rt", "ffData", "fldData",
        "annotationRef", "footnoteRef", "endnoteRef", "separator", "continuationSeparator",
        "lastRenderedPageBreak", "proofErr", "bookmarkStart", "bookmarkEnd", "commentReference",
        "commentRangeStart", "commentRangeEnd", "softHyphen"
    ]
)  # fmt: skip
_REVISED = frozenset({"ins", "del", "moveFrom", "moveTo"})
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_LARGE = 2_500_000 * 1_200_000  # EMU: about 7 × 3 cm; a smaller picture is a seal, a badge or a signature


@dataclass(slots=True)
class Words:
    """What a paragraph holds: its text (line feeds where it breaks), the text boxes and notes hung on it."""

    text: str = ""
    boxes: list[etree._Element] = field(default_factory=list)
    footnotes: list[str] = field(default_factory=list)
    endnotes: list[str] = field(default_factory=list)
    revised: bool = False
    pictures: int = 0
    objects: int = 0  # embedded sheets and the like, shown as a picture


def words_of(paragraph: etree._Element, styles: Styles) -> Words:
    """The words of a paragraph element."""
    walk = _Walk(styles)
    walk.content(paragraph)
    walk.words.text = plainly_spaced("".join(walk.parts))
    return walk.words


class _Walk:
    """Goes through the runs of one paragraph; `codes` are the fields open, True while their code is passed."""

    def __init__(self, styles: Styles) -> None:
        self.styles = styles
        self.words = Words()
        self.parts: list[str] = []
        self.codes: list[bool] = []
        self.font = ""
        self.raised = False

    def content(self, element: etree._Element) -> None:
        """Everything inside an element, in order."""
        for one in element:
            name = name_of(one)
            if name in _PASSED:
                continue
            if name in _REVISED:
                self.words.revised = True
                if name in ("del", "moveFrom"):
                    continue
            if taken := _TAKEN.get(name):
                taken(self, one)
            elif name in _SIGNS:
                self.add(_SIGNS[name])
            elif len(one):
                self.content(one)

    def add(self, text: str) -> None:
        if text and not any(self.codes):
            self.parts.append(text)

    def run(self, element: etree._Element) -> None:
        properties = child(element, "rPr")
        self.font, self.raised = "", False
        if properties is not None:
            if self._hidden(properties):
                return
            shift = child(properties, "vertAlign")
            self.raised = shift is not None and attribute(shift) == "superscript"
            if (fonts := child(properties, "rFonts")) is not None:
                self.font = attribute(fonts, "ascii") or attribute(fonts, "hAnsi")
        self.content(element)

    def _hidden(self, properties: etree._Element) -> bool:
        """Is the run hidden? Its own word goes before that of its style."""
        own = hidden(properties)
        if own is not None:
            return own
        style = child(properties, "rStyle")
        return style is not None and self.styles.hides(attribute(style))

    def characters(self, element: etree._Element) -> None:
        text = element.text or ""
        if len(element):  # comments
            text += "".join(one.tail or "" for one in element)
        text = without_codes(text.replace("\n", " "), self.font)
        self.add(raised(text, self.parts[-1] if self.parts else "") if self.raised else text)

    def sign(self, element: etree._Element) -> None:
        try:
            code = int(attribute(element, "char"), 16)
        except ValueError:
            return
        self.add(symbol(code, attribute(element, "font")))

    def field_mark(self, element: etree._Element) -> None:
        kind = attribute(element, "fldCharType")
        if kind == "begin":
            if (form := child(element, "ffData")) is not None:
                self.form_field(form)
            self.codes.append(True)
        elif kind == "separate" and self.codes:
            self.codes[-1] = False
        elif kind == "end" and self.codes:
            self.codes.pop()

    def form_field(self, form: etree._Element) -> None:
        """A box to tick or a list to choose from: they have no result of their own."""
        if (tick := child(form, "checkBox")) is not None:
            state = child(tick, "checked")
            self.add("☑" if is_on(state if state is not None else child(tick, "default")) else "☐")
        if (choice := child(form, "ddList")) is not None:
            entries = [attribute(entry) for entry in choice if name_of(entry) == "listEntry"]
            chosen = number(child(choice, "result"))
            self.add(entries[chosen] if 0 <= chosen < len(entries) else "")

    def control(self, element: etree._Element) -> None:
        """A content control; the prompt of one not filled in is none of the document's text."""
        if child(element, "sdtPr", "showingPlcHdr") is None:
            self.content(element)

    def alternative(self, element: etree._Element) -> None:
        """The same content twice, for newer and for older programs: the first is read."""
        chosen = child(element, "Choice")
        chosen = chosen if chosen is not None else child(element, "Fallback")
        if chosen is not None:
            self.content(chosen)

    def drawing(self, element: etree._Element) -> None:
        boxes = len(self.words.boxes)
        self.content(element)
        if boxes == len(self.words.boxes) and any(name_of(one) == "blip" for one in element.iter()):
            size = next((one for one in element.iter() if name_of(one) == "extent"), None)
            large = size is not None and number(size, "cx") * number(size, "cy") >= _LARGE
            self.words.pictures += large

    def embedded(self, element: etree._Element) -> None:
        self.words.objects += any(name_of(one) == "OLEObject" for one in element.iter())
        self.content(element)

    def hang(self, element: etree._Element) -> None:
        """A text box, or a note, that hangs on the paragraph."""
        if name_of(element) == "txbxContent":
            self.words.boxes.append(element)
        else:
            notes = self.words.footnotes if name_of(element) == "footnoteReference" else self.words.endnotes
            notes.append(attribute(element, "id"))

    def fraction(self, element: etree._Element) -> None:
        """A fraction of a formula, on one line."""
        for name, sign in (("num", ""), ("den", "/")):
            self.add(sign)
            if (part := child(element, name)) is not None:
                self.content(part)


_TAKEN: dict[str, Callable[[_Walk, etree._Element], None]] = {
    "r": _Walk.run, "t": _Walk.characters, "sym": _Walk.sign, "fldChar": _Walk.field_mark, "sdt": _Walk.control,
    "AlternateContent": _Walk.alternative, "drawing": _Walk.drawing, "object": _Walk.embedded,
    "f": _Walk.fraction, **dict.fromkeys(("txbxContent", "footnoteReference", "endnoteReference"), _Walk.hang),
}  # fmt: skip
