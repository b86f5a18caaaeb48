"""Much of one kind is one line, and nothing is left out."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from naast.core.attention import AttentionItem, Urgency
from naast.desk.gathering import ALONE, gather

START = datetime(2026, 1, 1, tzinfo=UTC)


def _item(number: int, kind: str) -> AttentionItem:
    return AttentionItem(
        kind=kind,
        subject_id=UUID(int=number),
        name=f"N{number} Naam",
        sentence="zin",
        since=START + timedelta(hours=number),
        urgency=Urgency.NOW,
        url="/",
        action="doe",
    )


@given(st.lists(st.sampled_from(["a", "b", "c"]), max_size=40))
def test_every_item_stands_in_exactly_one_line_and_the_longest_wait_leads(kinds: list[str]) -> None:
    items = [_item(number, kind) for number, kind in enumerate(kinds)]

    lines = gather(items)

    shown = [item for line in lines for item in (line.first, *line.others)]
    assert sorted(item.subject_id for item in shown) == [item.subject_id for item in items]
    assert [line.first.since for line in lines] == sorted(line.first.since for line in lines)
    for line in lines:
        assert all(item.kind == line.first.kind for item in line.others)
        assert all(line.first.since < item.since for item in line.others)
        assert line.others == () or kinds.count(line.first.kind) > ALONE


def test_few_of_a_kind_stand_alone_and_many_behind_the_first() -> None:
    three = gather([_item(number, "a") for number in range(3)])
    four = gather([_item(number, "a") for number in range(4)])

    assert [len(line.others) for line in three] == [0, 0, 0]
    assert [len(line.others) for line in four] == [3]
    assert four[0].names == "N1, N2, N3"
