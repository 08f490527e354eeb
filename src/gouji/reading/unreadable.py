"""The error for a file that cannot be read: what is wrong, where, and what to do about it."""

from __future__ import annotations

LARGEST_FILE = 200 * 1024 * 1024  # bytes of any file but a text


class Unreadable(Exception):
    """A file gouji cannot read. `str()` is the Chinese message; `english` the English one."""

    def __init__(self, path: str, message: str, english: str) -> None:
        super().__init__(f"{path}：{message}")
        self.path = path
        self.message = message
        self.english = f"{path}: {english}"


def too_large(path: str, size: int) -> Unreadable:
    """The refusal of a file of more than LARGEST_FILE bytes."""
    told, cap = f"{size / 1048576:.0f}", LARGEST_FILE // 1048576
    return Unreadable(
        path,
        f"文件有 {told} MB，超过上限 {cap} MB。请按单位或按年度拆分，或压缩其中的图片后再试。",
        f"the file is {told} MB, over the cap of {cap} MB; split it by body or year, or make its pictures smaller",
    )
