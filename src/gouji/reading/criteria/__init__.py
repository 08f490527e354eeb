"""Target and reached values → criteria that can be judged. `criterion` reads any text and never raises."""

from __future__ import annotations

from gouji.reading.criteria.read import criterion
from gouji.reading.criteria.results import result

__all__ = ["criterion", "result"]
