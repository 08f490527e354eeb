"""A peer for closed intervals: Arelle's XBRL Calculations 1.1 over the sums of a document, each in a link role of its own.

Every cell becomes a concept with one fact, every sum a network of summation arcs. Arelle (Apache-2.0) is used here only.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from arelle.api.Session import Session
from arelle.RuntimeOptions import RuntimeOptions
from arelle.ValidateXbrlCalcs import ValidateCalcsMode, ValidateXbrlCalcs

from gouji.engine.system import System
from gouji.model.finding import Shape

XBRL = 'xmlns:xbrli="http://www.xbrl.org/2003/instance" xmlns:link="http://www.xbrl.org/2003/linkbase" '
XLINK = 'xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:m="urn:made" '
ROLE = "urn:made:role:"
SUMMATION = "https://xbrl.org/2023/arcrole/summation-item"
SCHEMA = f"""<schema xmlns="http://www.w3.org/2001/XMLSchema" {XBRL}{XLINK}targetNamespace="urn:made">
<annotation><appinfo><link:linkbaseRef xlink:type="simple" xlink:href="sums.xml"
 xlink:arcrole="http://www.w3.org/1999/xlink/properties/linkbase"/></appinfo></annotation>
<import namespace="http://www.xbrl.org/2003/instance" schemaLocation="http://www.xbrl.org/2003/xbrl-instance-2003-12-31.xsd"/>
"""
INSTANCE = f"""<xbrli:xbrl {XBRL}{XLINK}xmlns:iso="http://www.xbrl.org/2003/iso4217">
<link:schemaRef xlink:type="simple" xlink:href="made.xsd"/>
<xbrli:context id="c"><xbrli:entity><xbrli:identifier scheme="urn:made">one</xbrli:identifier></xbrli:entity>
<xbrli:period><xbrli:instant>2020-12-31</xbrli:instant></xbrli:period></xbrli:context>
<xbrli:unit id="u"><xbrli:measure>iso:CNY</xbrli:measure></xbrli:unit>
"""


def sums(system: System) -> list[int]:
    """The relations that can be said in XBRL: sums with whole weights, no cell twice."""
    return [
        number
        for number, relation in enumerate(system.structure.relations)
        if relation.shape is Shape.SUM and not relation.exact and not relation.reaches
        and len(set(relation.cells)) == len(relation.cells)
    ]  # fmt: skip


def inconsistent(system: System) -> tuple[set[int], float, float]:
    """The sums that Arelle calls inconsistent, the CPU seconds of its calculation step, and of all it does."""
    start = time.process_time()
    with tempfile.TemporaryDirectory() as folder, Session() as session:
        entry = _written(system, Path(folder))
        session.run(RuntimeOptions(entrypointFile=str(entry), internetConnectivity="offline", keepOpen=True, logFile="logToBuffer"))
        model = session.get_models()[0]
        middle = time.process_time()
        found = set(_roles(ValidateXbrlCalcs(model, ValidateCalcsMode.ROUND_TO_NEAREST).validate()))
        end = time.process_time()
    return found, end - middle, end - start


def _roles(validations: object) -> Iterator[int]:
    for each in validations:  # type: ignore[attr-defined]
        if "inconsistentCalculation" in str(each.codes):
            yield int(str(each.args["linkrole"]).removeprefix(ROLE))


def _written(system: System, folder: Path) -> Path:
    cells = sorted({cell for number in sums(system) for cell in system.structure.relations[number].cells})
    elements = (
        f'<element name="c{c}" id="m_c{c}" type="xbrli:monetaryItemType" substitutionGroup="xbrli:item" xbrli:periodType="instant"/>'
        for c in cells
    )
    facts = (f'<m:c{c} contextRef="c" unitRef="u" decimals="{_decimals(system, c)}">{system.values[c]}</m:c{c}>' for c in cells)
    (folder / "made.xsd").write_text(SCHEMA + "\n".join(elements) + "</schema>", "utf-8")
    (folder / "sums.xml").write_text(f"<link:linkbase {XBRL}{XLINK}>" + "\n".join(_links(system)) + "</link:linkbase>", "utf-8")
    entry = folder / "made.xml"
    entry.write_text(INSTANCE + "\n".join(facts) + "</xbrli:xbrl>", "utf-8")
    return entry


def _decimals(system: System, cell: int) -> int:
    """0 for a cell printed to one unit, -2 to a hundred."""
    return 1 - len(str(system.steps[cell]))


def _links(system: System) -> Iterator[str]:
    for number in sums(system):
        relation = system.structure.relations[number]
        yield f'<link:calculationLink xlink:type="extended" xlink:role="{ROLE}{number}">'
        for cell in relation.cells:
            yield f'<link:loc xlink:type="locator" xlink:href="made.xsd#m_c{cell}" xlink:label="c{cell}"/>'
        for order, (cell, weight) in enumerate(relation.terms, 1):
            yield (
                f'<link:calculationArc xlink:type="arc" xlink:arcrole="{SUMMATION}" xlink:from="c{relation.stated}" '
                f'xlink:to="c{cell}" order="{order}" weight="{weight}"/>'
            )
        yield "</link:calculationLink>"


