"""The page for the browser."""

from gouji.exporting.html.page import page
from gouji.exporting.html.printed import Pictures, wanted

__all__ = ["Pictures", "page", "wanted"]
