"""What a document may cost: readers say what lies ahead, a guard that listens grants it. Without a guard nothing happens."""

from __future__ import annotations

from collections.abc import Callable

Guard = Callable[[float, int], None]

PAGE = 0.2  # seconds for a page of a PDF
SCANNED_PAGE = (20.0, 4 * 1024**3)  # seconds and address space for a page whose text is recognised

_guards: list[Guard] = []


def expect(seconds: float, memory: int = 0) -> None:
    """About `seconds` of processor time more are ahead, and `memory` bytes of address space in all (0: as agreed)."""
    for guard in _guards:
        guard(seconds, memory)


def granted_by(guard: Guard) -> None:
    """Let a guard hear what is expected from now on."""
    _guards[:] = [guard]
