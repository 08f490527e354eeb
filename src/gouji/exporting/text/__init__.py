"""Text for people: what was found and what was read, as lines that a terminal may colour and wrap."""

from gouji.exporting.text.check import check_lines
from gouji.exporting.text.lines import Line, plain
from gouji.exporting.text.read import read_lines
from gouji.exporting.text.rules import rule_lines, rule_list_lines

__all__ = ["Line", "check_lines", "plain", "read_lines", "rule_lines", "rule_list_lines"]
