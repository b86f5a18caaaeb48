"""What changed between two versions, clause by clause and word by word."""

from hypothesis import given
from hypothesis import strategies as st

from naast.agreements.contents import Clause
from naast.agreements.differences import Change, Run, compare, runs


def clauses(**texts: str) -> list[Clause]:
    """Clauses with these codes and texts."""
    return [Clause(code, code.title(), text) for code, text in texts.items()]


def test_the_same_text_has_no_changes() -> None:
    rows = compare(clauses(a="Een", b="Twee"), clauses(a="Een", b="Twee"))
    assert [row.change for row in rows] == [Change.SAME, Change.SAME]


def test_words_that_came_and_went_stand_beside_what_stayed() -> None:
    (row,) = compare(clauses(a="We bellen elke week."), clauses(a="We bellen elke maand."))
    assert row.change == Change.WORDED
    assert row.lines == [
        [
            Run(Change.SAME, "We bellen elke "),
            Run(Change.GONE, "week."),
            Run(Change.NEW, "maand."),
        ]
    ]


def test_clauses_that_came_went_and_moved_are_told_apart() -> None:
    before = clauses(a="Een", b="Twee", c="Drie")
    after = clauses(c="Drie", a="Een", d="Vier")
    found = {row.heading[0].words: row.change for row in compare(before, after)}
    assert found["B"] == Change.GONE
    assert found["D"] == Change.NEW
    assert sorted([found["A"], found["C"]]) == [Change.MOVED, Change.SAME]


def test_a_line_without_a_counterpart_came_or_went_as_a_whole() -> None:
    (row,) = compare(clauses(a="- een\n- twee"), clauses(a="- een\n- twee\n- drie"))
    assert row.lines[-1] == [Run(Change.NEW, "- drie")]


@given(st.text(alphabet="ab c\t", max_size=40), st.text(alphabet="ab c\t", max_size=40))
def test_both_texts_can_be_read_back(old: str, new: str) -> None:
    found = runs(old, new)
    assert "".join(run.words for run in found if run.change != Change.NEW) == old
    assert "".join(run.words for run in found if run.change != Change.GONE) == new
