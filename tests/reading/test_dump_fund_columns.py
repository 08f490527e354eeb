"""Lost fund columns found again by what adds up."""

from __future__ import annotations

from gouji.reading.dump.projects.fund_columns import Line, solve

FISCAL, ACCOUNT, OTHER = range(3)
RANKS = (0, 2, 1)  # the other funds before the special account


def test_projects_follow_the_only_fund_of_their_unit() -> None:
    unit = Line((500,), [Line((200,)), Line((300,))])
    root = Line((500, 100), [unit, Line((100,), [Line((100,))])])
    solve(root, RANKS)
    assert root.seats == (FISCAL, OTHER)
    assert [part.seats for part in unit.parts] == [(FISCAL,), (FISCAL,)]
    assert root.parts[1].parts[0].seats == (OTHER,)


def test_the_sums_tell_which_project_has_the_other_fund() -> None:
    unit = Line((878, 108), [Line((800,)), Line((43,)), Line((18, 65)), Line((60,))])
    solve(unit, RANKS)
    assert [part.seats for part in unit.parts] == [(FISCAL,), (OTHER,), (FISCAL, OTHER), (FISCAL,)]
    assert all(not part.doubt for part in unit.parts)


def test_an_amount_that_two_empty_columns_could_take_is_said() -> None:
    root = Line((878, 108), [Line((878,)), Line((108,))])
    solve(root, RANKS)
    assert root.seats == (FISCAL, OTHER)
    assert root.instead == (1, ACCOUNT)


def test_equal_projects_cannot_be_told_apart() -> None:
    unit = Line((50, 50), [Line((50,)), Line((50,))])
    solve(unit, RANKS)
    assert unit.doubt == "open"


def test_a_wrong_total_does_not_move_the_projects() -> None:
    unit = Line((990,), [Line((500,)), Line((400,))])
    solve(unit, RANKS)
    assert [part.seats for part in unit.parts] == [(FISCAL,), (FISCAL,)]
    assert not unit.doubt


def test_one_wrong_figure_leaves_the_other_columns_decided() -> None:
    unit = Line((878, 108), [Line((809,)), Line((43,)), Line((18, 65)), Line((60,))])
    solve(unit, RANKS)
    assert [part.seats for part in unit.parts] == [(FISCAL,), (OTHER,), (FISCAL, OTHER), (FISCAL,)]


def test_hundreds_of_projects_with_two_funds_do_not_explode() -> None:
    projects = [Line((1000 + 7 * number,)) for number in range(300)]
    fiscal = sum(project.amounts[0] for project in projects[::2])
    other = sum(project.amounts[0] for project in projects[1::2])
    unit = Line((fiscal, other), projects)
    solve(unit, RANKS)
    assert unit.doubt
    assert all(len(project.seats) == 1 for project in projects)


def test_a_unit_of_many_projects_is_solved_where_small_funds_bound_the_choice() -> None:
    amounts = [
        68860,
        41833,
        1896,
        67350,
        55300,
        1068,
        55301,
        5300,
        41818,
        53744,
        24746,
        48934,
        20643,
        30300,
        22118,
        6462,
    ]
    other = {2, 5}
    target = sum(amount for index, amount in enumerate(amounts) if index not in other)
    unit = Line((target, 1896 + 1068), [Line((amount,)) for amount in amounts])
    solve(unit, RANKS)
    assert not unit.doubt
    assert [index for index, part in enumerate(unit.parts) if part.seats == (OTHER,)] == sorted(other)


def test_only_the_projects_that_several_seatings_move_are_unsure() -> None:
    unit = Line((950, 50), [Line((50,)), Line((50,)), Line((900,))])
    solve(unit, RANKS)
    assert [part.sure for part in unit.parts] == [False, False, True]


def test_what_stands_below_an_unsure_row_is_unsure_too() -> None:
    units = [Line((50,), [Line((50,))]), Line((50,), [Line((20,)), Line((30,))])]
    root = Line((50, 50), units)
    solve(root, RANKS)
    assert not any(part.sure for unit in units for part in (unit, *unit.parts))


def test_no_column_is_guessed_where_nothing_adds_up() -> None:
    unit = Line((300, 200), [Line((170,)), Line((160,)), Line((190,))])
    solve(unit, RANKS)
    assert unit.doubt == "unsolved"
    assert not any(part.sure for part in unit.parts)
