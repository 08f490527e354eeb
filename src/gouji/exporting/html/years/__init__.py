"""The page that shows the years of each body side by side."""

from gouji.exporting.html.years.page import page

__all__ = ["page"]
