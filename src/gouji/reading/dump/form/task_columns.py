"""Cells of one row that were printed one after the other: where one cell ends and the next begins, told by line widths."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import product

from gouji.reading.dump.printed import Printed

MOST_NAME_LINES = 10
MOST_WIDTHS = 7  # candidates for the width of a column
MOST_SAMPLED = 10  # segments looked at to find the widths
LONGEST_SEGMENT = 120  # lines; longer ones are cut at the first short line after a full stop
_STOP = re.compile(r"[。！？；;.][”’）)]*$")
_INSIDE = re.compile(r"[。；;]")

Widths = tuple[int, int, int]  # of the columns name, content, goal
Cut = tuple[int, int]  # lines before the first are the goal, before the second the name, the rest the content


def column_widths(segments: Sequence[Sequence[Printed]]) -> Widths:
    """The widths of the name, content and goal columns that explain the line breaks best."""
    sampled = [segment for segment in segments if len(segment) <= LONGEST_SEGMENT][:MOST_SAMPLED]
    counted = Counter(line.width for segment in sampled for line in segment)
    candidates = _candidates(counted)
    if not candidates:
        return (20, 60, 60)
    last = len(sampled) - 1

    def cost(widths: Widths) -> float:
        return sum(_best(segment, widths, first=index == 0, last=index == last)[0] for index, segment in enumerate(sampled))

    return min(product(candidates, repeat=3), key=lambda widths: (cost(widths), widths))


def cut(segment: Sequence[Printed], widths: Widths, first: bool, last: bool) -> Cut:
    """Where the goal of the task before, the name and the content of the next part. `first` has no goal, `last` only one."""
    if len(segment) > LONGEST_SEGMENT:
        return _by_full_stop(segment)
    return _best(segment, widths, first, last)[1]


def _candidates(counted: Counter[int]) -> list[int]:
    """Widths that several lines have, give or take a column, and the widest."""
    near = {wide: sum(counted[wide + step] for step in (-1, 0, 1)) for wide in counted}
    peaks = sorted(near, key=lambda wide: (-near[wide], -wide))
    chosen: list[int] = []
    for wide in peaks:
        if len(chosen) < MOST_WIDTHS and all(abs(wide - other) > 2 for other in chosen):
            chosen.append(wide)
    return chosen


def _best(segment: Sequence[Printed], widths: Widths, first: bool, last: bool) -> tuple[float, Cut]:
    size = len(segment)
    name_width, content_width, goal_width = widths
    goal_costs = _costs_from_start(segment, goal_width)
    content_costs = _costs_to_end(segment, content_width)
    if last:
        return (goal_costs[size], (size, size))
    best: tuple[float, Cut] = (float("inf"), (0, 0))
    for goal_end in range(0, 1 if first else size):
        goal_cost = goal_costs[goal_end] + (_open_end(segment, goal_end, 4.0) if goal_end else (0.0 if first else 3.0))
        for name_end in range(goal_end + 1, min(size, goal_end + MOST_NAME_LINES) + 1):
            cost = goal_cost + _name_cost(segment[goal_end:name_end], name_width)
            cost += content_costs[name_end] + (_open_end(segment, size, 1.0) if name_end < size else 2.0)
            if cost < best[0]:
                best = (cost, (goal_end, name_end))
    return best


def _costs_from_start(segment: Sequence[Printed], wide: int) -> list[float]:
    """For each end, what it costs to see the lines before it as one cell of that width."""
    costs = [0.0]
    slack = 0.0
    for line in segment:
        costs.append(slack + _too_wide(line.width, wide))
        slack += _too_wide(line.width, wide) + _slack(line.width, wide)
    return costs


def _costs_to_end(segment: Sequence[Printed], wide: int) -> list[float]:
    """For each start, what it costs to see the lines from it as one cell of that width."""
    costs = [0.0] * (len(segment) + 1)
    running = 0.0
    for index in range(len(segment) - 1, -1, -1):
        last = index == len(segment) - 1
        running += _too_wide(segment[index].width, wide) + (0.0 if last else _slack(segment[index].width, wide))
        costs[index] = running
    return costs


def _name_cost(lines: Sequence[Printed], wide: int) -> float:
    cost = sum(_too_wide(line.width, wide) for line in lines)
    cost += sum(_slack(line.width, wide) for line in lines[:-1])
    cost += 4.0 if _STOP.search(lines[-1].text) else 0.0
    cost += sum(2.0 for line in lines if _INSIDE.search(line.text))
    return cost + 0.1 * len(lines)


def _too_wide(width: int, wide: int) -> float:
    """A line cannot be wider than its column."""
    return 0.0 if width <= wide + 2 else 4.0 + (width - wide) / 2


def _slack(width: int, wide: int) -> float:
    """A line that is not the last of its cell is nearly full."""
    return min(6.0, max(0, wide - 2 - width) / 2)


def _open_end(segment: Sequence[Printed], end: int, cost: float) -> float:
    return 0.0 if _STOP.search(segment[end - 1].text) else cost


def _by_full_stop(segment: Sequence[Printed]) -> Cut:
    """The plain rule for very long stretches: the next short line after a full stop begins the next name."""
    widest = max(line.width for line in segment)
    for index in range(1, len(segment)):
        if _STOP.search(segment[index - 1].text) and segment[index].width * 2 < widest:
            end = index + 1
            while end < len(segment) and segment[end].width * 2 < widest and end - index < MOST_NAME_LINES:
                end += 1
            return (index, end)
    return (len(segment), len(segment))
