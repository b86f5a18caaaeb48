"""Numbers about few people stay hidden, also for who can subtract (pure; S1-245)."""

from collections.abc import Sequence

# Fewer than this could be somebody.
LEAST = 5

Cell = int | None
Table = list[list[Cell]]


def shown(number: int) -> Cell:
    """The number, or None for fewer than five."""
    return number if number >= LEAST else None


def hide(rows: Sequence[Sequence[int]], *, by_row: bool, by_column: bool) -> Table:
    """The cells of a table, with None for fewer than five. Where the page also shows the sum of each row
    or of each column, one hidden cell alone could be found by subtracting: then the smallest other one of
    that line is hidden with it, until nothing can be found. A zero beside it tells nothing and doesn't help.
    """
    table: Table = [[shown(number) for number in row] for row in rows]
    lines = (_rows(table) if by_row else []) + (_columns(table) if by_column else [])
    while sum(_cover(table, rows, line) for line in lines):
        pass
    return table


Line = list[tuple[int, int]]


def _rows(table: Table) -> list[Line]:
    return [[(row, column) for column in range(len(cells))] for row, cells in enumerate(table)]


def _columns(table: Table) -> list[Line]:
    width = len(table[0]) if table else 0
    return [[(row, column) for row in range(len(table))] for column in range(width)]


def _cover(table: Table, rows: Sequence[Sequence[int]], line: Line) -> bool:
    """Hide a second cell where what is hidden in this line could be found; whether one was hidden."""
    hidden = [(row, column) for row, column in line if table[row][column] is None]
    if not hidden or _is_covered(rows, hidden):
        return False
    others = [place for place in line if place not in hidden]
    if not others:
        return False
    row, column = min(others, key=lambda place: rows[place[0]][place[1]])
    table[row][column] = None
    return True


def _is_covered(rows: Sequence[Sequence[int]], hidden: Line) -> bool:
    """Two hidden cells or more, that together hold as many as one may show: their sum tells nothing."""
    return len(hidden) > 1 and sum(rows[row][column] for row, column in hidden) >= LEAST
