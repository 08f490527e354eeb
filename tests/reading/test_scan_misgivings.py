"""What is said of a recognised page as a whole."""

from __future__ import annotations

from gouji.reading.page.ink import PageInk
from gouji.reading.scan import misgivings


def test_lines_that_could_not_be_read_are_counted_and_a_clear_page_is_not_doubted() -> None:
    assert misgivings(PageInk(2, 595.0, 842.0)) == []
    ((told, unread),) = misgivings(PageInk(2, 595.0, 842.0, faint=3))
    assert told.startswith("第2页有 3 行字迹不清")
    assert not unread


def test_a_page_photographed_from_aslant_may_have_lost_figures() -> None:
    ((told, unread),) = misgivings(PageInk(1, 595.0, 842.0, aslant=True))
    assert "斜着拍摄" in told
    assert unread
