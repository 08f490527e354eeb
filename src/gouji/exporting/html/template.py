"""Templates with slots, style and script as parts of one file, and how a policy names the code that may run."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping
from functools import cache
from importlib import resources

_SLOT = re.compile(r"\{\{(\w+)\}\}")


@cache
def asset(name: str) -> str:
    """One of the files that pages are made of."""
    return (resources.files("gouji.exporting.html") / "assets" / name).read_text(encoding="utf-8")


def filled(name: str, values: Mapping[str, str]) -> str:
    """A template with its slots filled, in one pass: what is filled in is never looked at again."""
    return _SLOT.sub(lambda slot: values[slot[1]], asset(name))


def digest(code: str) -> str:
    """How a content security policy names the one piece of code it lets run."""
    return "sha256-" + base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()
