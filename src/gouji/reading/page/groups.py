"""Rules that touch one another, directly or through others: each such group can be the frame of a table."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from gouji.reading.page.segments import Segment

TOUCH = 3.5  # points
MOST_LOOSE = 200

Group = tuple[list[Segment], list[Segment]]  # level rules and upright ones


def groups(level: list[Segment], upright: list[Segment]) -> list[Group]:
    """Rules that touch one another, directly or through others."""
    parent = list(range(len(level) + len(upright)))

    def root(item: int) -> int:
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    heights = [segment.at for segment in level]
    for index, (x, top, bottom) in enumerate(upright):
        for other in range(bisect_left(heights, top - TOUCH), bisect_right(heights, bottom + TOUCH)):
            if level[other].start - TOUCH <= x <= level[other].end + TOUCH:
                parent[root(len(level) + index)] = root(other)
    found: dict[int, Group] = {}
    for index, segment in enumerate(level):
        found.setdefault(root(index), ([], []))[0].append(segment)
    for index, segment in enumerate(upright):
        found.setdefault(root(len(level) + index), ([], []))[1].append(segment)
    return _with_loose_ends([group for group in found.values() if group[1]])


def _with_loose_ends(groups: list[Group]) -> list[Group]:
    """The groups; upright rules that touch no level one go to the frame they stand in."""
    frames = [group for group in groups if group[0]]
    for _, loose in [group for group in groups if not group[0]][:MOST_LOOSE]:
        x, top, bottom = loose[0]
        for level, upright in frames:
            if upright[0].at < x < upright[-1].at and level[0].at < (top + bottom) / 2 < level[-1].at:
                upright.append(loose[0])
                upright.sort()
                break
    return frames
