"""What the pictures of the documentation are made of: colours, text, the frame of a picture."""

from __future__ import annotations

from html import escape

FONT = "font-family=\"'Noto Sans CJK SC','PingFang SC','Microsoft YaHei',sans-serif\""
GREEN, RED, GREY, INK, PALE = "#d9efdc", "#f6c9c6", "#ececec", "#24292f", "#6b7280"


def text(x: float, y: float, words: str, colour: str, size: float, anchor: str = "start") -> str:
    """Words at a point of their baseline."""
    style = f'fill="{colour}" font-size="{size:g}" text-anchor="{anchor}" xml:space="preserve"'
    return f'<text x="{x:g}" y="{y:g}" {style}>{escape(words)}</text>'


def picture(width: int, height: int, parts: list[str]) -> str:
    """A whole picture on white."""
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" {FONT}>'
    return "\n".join([head, '<rect width="100%" height="100%" rx="10" fill="#fff"/>', *parts, "</svg>"]) + "\n"
