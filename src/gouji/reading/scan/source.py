"""Pictures of pages (PNG, JPEG, TIFF with several pages, BMP) → pieces."""

from __future__ import annotations

from gouji.reading.press import Source
from gouji.reading.scan import available
from gouji.reading.unreadable import Unreadable


def source(data: bytes, path: str) -> Source:
    """What the pictures of a file show. Unreadable says why they cannot be read, and what to do."""
    if not available():
        raise Unreadable(
            path,
            "这是图片（扫描件），文字识别组件没有安装或缺少模型文件：请运行 pip install -U 'gouji[scan]' 后再试，或改用原始的电子文件。",
            "a picture: reading it needs character recognition with its networks, pip install -U 'gouji[scan]', or use the original file",
        )
    from gouji.reading.scan.pictures import read_pictures

    return read_pictures(data, path)
