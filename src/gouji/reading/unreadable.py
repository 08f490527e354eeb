"""The error for a file that cannot be read: what is wrong, where, and what to do about it."""

from __future__ import annotations


class Unreadable(Exception):
    """A file gouji cannot read. `str()` is the Chinese message; `english` the English one."""

    def __init__(self, path: str, message: str, english: str) -> None:
        super().__init__(f"{path}：{message}")
        self.path = path
        self.message = message
        self.english = f"{path}: {english}"
