"""Broken-line dumps of printed documents → blocks: paragraphs whole again, and the grids that the forms would give."""

from __future__ import annotations

from gouji.reading.dump.assembly import blocks
from gouji.reading.dump.detect import is_dump

__all__ = ["blocks", "is_dump"]
