"""Findings made and numbered: the fingerprint says what a finding is about, so that it survives re-reading."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from gouji.model.finding import Card, Comparison, Finding, Remark, Severity
from gouji.model.place import Place
from gouji.model.report import Report


def filed(
    report: Report, card: Card, severity: Severity, at: Place, observed: Comparison | Remark, against: tuple[Place, ...]
) -> Finding:
    """A finding under its fingerprint: rule, kind of document, body, year, and the address by meaning."""
    identity = (card.name, report.kind, report.body, str(report.year), at.form, at.row, at.field)
    fingerprint = hashlib.sha256("\x1f".join(identity).encode()).hexdigest()[:12]
    return Finding(fingerprint, card, severity, at, observed, against)


def in_order(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Findings in the order of the document. Those whose meaning is one (two places in one cell) get an ordinal."""
    seen: dict[str, int] = defaultdict(int)
    for finding in sorted(findings, key=lambda each: (each.at.ink.order, each.card.name)):
        bare = finding.fingerprint.partition("-")[0]
        seen[bare] += 1
        yield replace(finding, fingerprint=bare if seen[bare] == 1 else f"{bare}-{seen[bare]}")
