"""Target and reached values → criteria that can be judged. `criterion` reads any text and never raises."""

from __future__ import annotations

from gouji.reading.criteria.value import criterion

__all__ = ["criterion"]
