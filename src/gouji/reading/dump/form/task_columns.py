"""Cells of one row that were printed one after the other: where one cell ends and the next begins, told by line widths."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from gouji.reading.dump.printed import Printed

SHORTEST_NAME = 8  # columns
MOST_NAME_LINES = 10
MOST_WIDTHS = 7  # candidates for the width of a column
MOST_SAMPLED = 8  # segments looked at to find the widths
NO_GOAL = 7.0  # what it costs to see a task without a goal
BLANK_INSIDE = 1.5  # what it costs to see a blank inside a cell and not between two
WIDE_NAME = 2.0  # what it costs to see the names wider than the texts
LONGEST_SEGMENT = 120  # lines; longer ones are cut at the first short line after a full stop
_STOP = re.compile(r"[。！？；;.][”’）)]*$")
_INSIDE = re.compile(r"[。；;]")

Widths = tuple[int, int, int]  # of the columns name, content, goal
Cut = tuple[int, int]  # lines before the first are the goal, before the second the name, the rest the content


@dataclass(frozen=True, slots=True)
class Segment:
    """The lines between two amounts: the goal of the task before, then name and content of the next.

    `goal` and `task` say which of the two it has: the first segment has no goal, the last one no task.
    """

    lines: Sequence[Printed]
    goal: bool = True
    task: bool = True


def column_widths(segments: Sequence[Segment]) -> Widths:
    """The widths of the name, content and goal columns that explain the line breaks best."""
    sampled = [segment for segment in segments if 0 < len(segment.lines) <= LONGEST_SEGMENT][:MOST_SAMPLED]
    candidates = _candidates(Counter(line.width for segment in sampled for line in segment.lines))
    costs = [_costs_by_width(segment, candidates) for segment in sampled]
    found = [
        (sum(cost[widths] for cost in costs) + WIDE_NAME * (widths[0] > min(widths[1:])), widths)
        for widths in ((name, content, goal) for name in candidates for content in candidates for goal in candidates)
    ]
    return min(found, default=(0.0, (20, 60, 60)))[1]


def cut(segment: Segment, widths: Widths) -> Cut:
    """Where in a segment the goal ends and where the name ends."""
    if not segment.task:
        return (len(segment.lines), len(segment.lines))
    if len(segment.lines) > LONGEST_SEGMENT:
        return _by_full_stop(segment.lines)
    name, content, goal = widths
    goal_costs = _goal_costs(segment, goal)
    rest, ends = _task_costs(segment, name, _content_costs(segment.lines, content))
    goal_end = min(range(len(goal_costs)), key=lambda end: goal_costs[end] + rest[end])
    return (goal_end, ends[goal_end])


def _candidates(counted: Counter[int]) -> list[int]:
    """Widths that several lines have, give or take a column, and the widest."""
    near = {wide: sum(counted[wide + step] for step in (-1, 0, 1)) for wide in counted}
    chosen: list[int] = []
    for wide in sorted(near, key=lambda wide: (-near[wide], -wide)):
        if len(chosen) < MOST_WIDTHS and all(abs(wide - other) > 2 for other in chosen):
            chosen.append(wide)
    return chosen


def _costs_by_width(segment: Segment, candidates: Sequence[int]) -> dict[Widths, float]:
    """The cost of the best cut for every combination of widths."""
    goals = {wide: _goal_costs(segment, wide) for wide in candidates}
    if not segment.task:
        return {(n, c, g): goals[g][-1] for n in candidates for c in candidates for g in candidates}
    found: dict[Widths, float] = {}
    for content in candidates:
        content_costs = _content_costs(segment.lines, content)
        for name in candidates:
            rest, _ = _task_costs(segment, name, content_costs)
            for goal in candidates:
                found[name, content, goal] = min(map(float.__add__, goals[goal], rest))
    return found


def _goal_costs(segment: Segment, wide: int) -> list[float]:
    """For each end, what it costs to see the lines before it as the goal; it should end in a full stop."""
    lines = segment.lines
    if not segment.goal:
        return [0.0, *(float("inf") for _ in lines)]
    slacks = [0.0, *accumulate(_slack(line, wide) + _too_wide(line.width, wide) for line in lines)]
    costs = [NO_GOAL]
    for end, line in enumerate(lines, start=1):
        costs.append(slacks[end - 1] + _too_wide(line.width, wide) + (_open_end(line, wide) if segment.task else 0.0))
    return costs


def _open_end(line: Printed, wide: int) -> float:
    """A text should end in a full stop; a full line without one goes on."""
    if _STOP.search(line.text):
        return 0.0
    return 4.0 if line.width < wide - 2 else 5.0


def _content_costs(lines: Sequence[Printed], wide: int) -> list[float]:
    """For each start, what it costs to see the lines from it on as the content."""
    costs = [0.0] * (len(lines) + 1)
    costs[-1] = 2.0  # no content at all
    running = 0.0 if lines and _STOP.search(lines[-1].text) else 1.0
    for index in range(len(lines) - 1, -1, -1):
        slack = 0.0 if index == len(lines) - 1 else _slack(lines[index], wide)
        running += _too_wide(lines[index].width, wide) + slack
        costs[index] = running
    return costs


def _task_costs(segment: Segment, wide: int, content: Sequence[float]) -> tuple[list[float], list[int]]:
    """For each start of the name, the cost of the best name and content from there, and where that name ends."""
    lines = segment.lines
    starts = range(len(lines)) if segment.goal else range(min(1, len(lines)))
    best = [float("inf")] * (len(lines) + 1)
    ends = [len(lines)] * (len(lines) + 1)
    for start in starts:
        running = 0.0
        for end in range(start + 1, min(len(lines), start + MOST_NAME_LINES) + 1):
            last = lines[end - 1]
            running += _too_wide(last.width, wide) + (2.0 if _INSIDE.search(last.text) else 0.0) - 0.05
            short = 1.0 if last.width < SHORTEST_NAME and end == start + 1 else 0.0
            cost = running + short + (4.0 if _STOP.search(last.text) else 0.0) + content[end]
            if cost < best[start]:
                best[start], ends[start] = cost, end
            running += _slack(last, wide)
    return best, ends


def _too_wide(width: int, wide: int) -> float:
    """A line cannot be wider than its column."""
    return 0.0 if width <= wide + 2 else 4.0 + (width - wide) / 2


def _slack(line: Printed, wide: int) -> float:
    """A line that is not the last of its cell is nearly full."""
    return BLANK_INSIDE if line.goes_on else min(6.0, max(0, wide - 2 - line.width) / 2)


def _by_full_stop(lines: Sequence[Printed]) -> Cut:
    """The plain rule for very long stretches: the next short line after a full stop begins the next name."""
    widest = max(line.width for line in lines)
    for index in range(1, len(lines)):
        if _STOP.search(lines[index - 1].text) and lines[index].width * 2 < widest:
            end = index + 1
            while end < len(lines) and lines[end].width * 2 < widest and end - index < MOST_NAME_LINES:
                end += 1
            return (index, end)
    return (len(lines), len(lines))
