"""The page for the browser."""

from gouji.exporting.html.page import page

__all__ = ["page"]
