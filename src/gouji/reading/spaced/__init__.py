"""Text whose columns are set by blanks (`pdftotext -layout`, terminals, converters) → blocks with the grids it prints."""

from __future__ import annotations

from gouji.reading.spaced.detect import is_spaced
from gouji.reading.spaced.document import blocks

__all__ = ["blocks", "is_spaced"]
