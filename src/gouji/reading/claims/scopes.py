"""What details what: the stretches that 其中 and brackets open, and where they end."""

from __future__ import annotations

from dataclasses import dataclass, field

from gouji.reading.claims.statement import Statement


@dataclass(frozen=True, slots=True)
class Scope:
    """A stretch that details `parent`; `outside` is the statement in force before it. `listed`: items end with ;"""

    parent: Statement | None
    outside: Statement | None
    bracket: bool = False
    listed: bool = False


@dataclass(slots=True)
class Scopes:
    """The open stretches, outermost first."""

    open: list[Scope] = field(default_factory=list)

    @property
    def level(self) -> int:
        return len(self.open)

    @property
    def parent(self) -> Statement | None:
        """The statement detailed here; a bracket without 其中 details nothing."""
        return self.open[-1].parent if self.open else None

    def within(self, parent: Statement | None, current: Statement | None, colon: bool) -> None:
        """其中: a colon opens a list whose items end with semicolons, unless such a list is open already."""
        listed = colon and not any(scope.listed for scope in self.open)
        self.open.append(Scope(parent, current, listed=listed))

    def bracket(self, current: Statement | None) -> None:
        """An opening bracket."""
        self.open.append(Scope(None, current, bracket=True))

    def close_bracket(self) -> Scope | None:
        """Close everything up to the last opening bracket; that bracket, if there was one."""
        if not any(scope.bracket for scope in self.open):
            return None
        while not (scope := self.open.pop()).bracket:
            pass
        return scope

    def end_item(self) -> Scope | None:
        """A semicolon ends what was opened within the item; the outermost stretch it ended."""
        ended = None
        while self.open and not self.open[-1].bracket and not self.open[-1].listed:
            ended = self.open.pop()
        return ended

    def end_sentence(self) -> None:
        """A full stop ends everything."""
        self.open.clear()
