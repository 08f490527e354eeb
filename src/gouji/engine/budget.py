"""How much a search may take, and that it was spent."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

# A look at the clock costs as much as a node; it is taken once in so many.
GLANCE = 32


class Spent(Exception):
    """The budget is spent; what was found so far stands."""


@dataclass(slots=True)
class Budget:
    """Nodes and seconds for one document. `nodes` counts up; `spent` says that some search was cut short."""

    most_nodes: int = 100_000
    seconds: float = 2.0
    nodes: int = 0
    spent: bool = False
    started: float = field(default_factory=time.monotonic)

    def node(self, until: int | None = None) -> None:
        """Count one node; Spent when there are too many (or more than `until`), or the time is over."""
        self.nodes += 1
        if until is not None and self.nodes > until:
            raise Spent
        late = self.nodes % GLANCE == 0 and time.monotonic() - self.started > self.seconds
        if late or self.nodes > self.most_nodes:
            self.spent = True
            raise Spent
