"""Tables without rules, or with level ones only: columns and rows are told by where the words stand."""

from gouji.reading.page.unruled.finding import stretches
from gouji.reading.page.unruled.table import table

__all__ = ["stretches", "table"]
