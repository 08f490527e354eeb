"""JSON for programs. `shapes.py` says what it looks like; the schema and its page are made from there."""

from gouji.exporting.json.check import checked
from gouji.exporting.json.read import readings
from gouji.exporting.json.written import written

__all__ = ["checked", "readings", "written"]
