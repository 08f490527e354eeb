"""The list of schemes of scoring: each with its source and every number it decrees."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gouji.exporting.schemes import in_force, numbers
from gouji.exporting.speech import Speech
from gouji.exporting.text.lines import BLANK, Line, line, padded
from gouji.scoring.scheme import LEVELS, Scheme


def scheme_lines(schemes: Sequence[Scheme], speech: Speech) -> Iterator[Line]:
    """Every scheme with all its numbers."""
    for scheme in schemes:
        level = speech.of(LEVELS[scheme.level])
        title, scope = speech(scheme.title, scheme.title_en), f"{level} · {in_force(scheme, speech)}"
        yield line((scheme.name, "code"), f"  {title}", (f"  {scope}", "dim"))
        based = speech("依据 ", "") + f"{scheme.source} · {scheme.certainty.value}"
        yield line("  ", (based, "dim"), hang=4)
        for number in numbers(scheme, speech):
            yield line(f"  {padded(number.what, 24)}  {number.value}", (f"  {number.certainty.value}", "note"), hang=28)
        yield BLANK
