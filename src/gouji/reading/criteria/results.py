"""What was reached, read beside its target."""

from __future__ import annotations

from gouji.model.inked import Inked
from gouji.model.performance import Criterion
from gouji.reading.criteria.read import criterion
from gouji.vocabulary.results import fitting


def result(content: Inked, like: Criterion | None) -> Criterion:
    """The result told in `content`: of several numbers the one that answers the target `like`, else all that was read."""
    return fitting(criterion(content), like)
