"""The copy that people take: to read, for machines, and without what belongs to others."""

import json
from datetime import date, time
from typing import Any
from zipfile import ZipFile

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from naast.audit.models import Event
from naast.core import clock, drafts, personal_data, retention
from naast.core.errors import NotAllowed
from naast.core.personal_data import Key
from naast.organisations.actors import Actor
from naast.people.models import Audience, Note, Person
from naast.privacy.models import KeptFor
from naast.privacy.queries.retention import terms_of
from naast.privacy.queries.rows import found_about
from naast.privacy.queries.somebody import somebody
from naast.privacy.queries.telling import left_out, shown, told_to
from naast.privacy.services.exporting import export, hand_out
from tests.conftest import Cast
from tests.pdf_checks import problems_of, words_of


@pytest.fixture
def bea(cast: Cast) -> Person:
    return Person.objects.get(pk=cast.person_id("bea"))


def opened(person: Person, *, is_own: bool = True) -> tuple[dict[str, Any], bytes]:
    with export(person, is_own=is_own) as file, ZipFile(file) as copy:
        return json.loads(copy.read("data.json")), copy.read("data.pdf")


def note(cast: Cast, person: Person, text: str = "Ze belt graag op dinsdag.") -> Note:
    return Note.objects.create(
        organisation=cast.here, person=person, author=cast.amal, audience=Audience.TEAM, text=text
    )


def test_the_copy_can_be_read_and_taken_along(cast: Cast, bea: Person) -> None:
    note(cast, bea)
    data, pdf = opened(bea)
    told = {row["model"]: row["fields"] for row in data["rows"]}
    assert told["people.Note"] == {"text": "Ze belt graag op dinsdag."}
    assert told["people.Person"]["family_name"] == "Buddy"
    assert problems_of(pdf) == []
    assert "Ze belt graag op dinsdag." in words_of(pdf)


def test_the_copy_says_how_long_this_house_keeps_it(cast: Cast, bea: Person) -> None:
    kind = retention.kind("support.told")
    house = cast.here.pk
    proposed = dict(terms_of(house))[str(kind.title)]
    KeptFor.objects.create(
        organisation=cast.here,
        kind=kind.code,
        months=kind.months + 7,
        why="Zo spraken we af.",
        chosen_by=cast.amal,
        chosen_on=clock.today(),
    )
    chosen = dict(terms_of(house))[str(kind.title)]
    assert proposed.startswith(str(kind.months))
    assert chosen.startswith(str(kind.months + 7))
    days = next(each for each in retention.kinds() if each.days)
    assert dict(terms_of(house))[str(days.title)].startswith(str(days.days))
    assert chosen in words_of(opened(bea)[1]).replace("\n", " ")


def test_the_day_of_a_row_is_the_day_here(cast: Cast, bea: Person) -> None:
    late = clock.at(date(2026, 7, 2), time(0, 30))
    made = note(cast, bea)
    Note.objects.filter(pk=made.pk).update(created_at=late)
    (part,) = (
        each for each in told_to(somebody(bea), is_own=True) if each.place.model == "people.Note"
    )
    assert [told.on for told in part.rows()] == [shown(date(2026, 7, 2))]


def test_what_somebody_wrote_about_others_is_not_theirs(cast: Cast, bea: Person) -> None:
    note(cast, bea, "Over Bea")
    amal = Person.objects.get(pk=cast.person_id("amal"))
    data, _pdf = opened(amal)
    assert "Over Bea" not in json.dumps(data)
    assert any(why for _title, why in data["left_out"])


def test_what_is_half_written_is_in_their_own_copy_alone(cast: Cast, bea: Person) -> None:
    drafts.keep(cast.bea.user.pk, "me", {"text": "nog geheim"})
    assert "nog geheim" in json.dumps(opened(bea)[0])
    assert "nog geheim" not in json.dumps(opened(bea, is_own=False)[0])


def test_a_copy_by_a_colleague_says_the_same_with_and_without_confidences(
    cast: Cast, bea: Person
) -> None:
    before = left_out(somebody(bea), is_own=False)
    drafts.keep(cast.bea.user.pk, "me", {"text": "nog geheim"})
    assert left_out(somebody(bea), is_own=False) == before


def test_who_took_a_copy_is_written_down(
    coordinator: Actor, volunteer: Actor, professional: Actor, bea: Person
) -> None:
    for actor in (coordinator, volunteer):
        hand_out(actor=actor, person=bea).close()
    with pytest.raises(NotAllowed):
        hand_out(actor=professional, person=bea)
    taken = Event.objects.filter(kind="person.exported", target_id=bea.pk, is_view=True)
    assert set(taken.values_list("user_id", flat=True)) == {coordinator.user_id, volunteer.user_id}


def test_export_and_erasure_follow_the_same_places(cast: Cast, bea: Person) -> None:
    note(cast, bea)
    who = somebody(bea)
    told = {part.place.model for part in told_to(who, is_own=True)}
    changed = {found.place.model for found in found_about(who)}
    hidden = {
        place.model
        for place in personal_data.places()
        if all(way.key is Key.ROW or not way.shown for way in place.about)
    }
    assert told == changed - hidden


def test_a_copy_costs_the_same_for_one_row_and_for_three(cast: Cast, bea: Person) -> None:
    assert bea.user is not None  # Read once, outside the counting.

    def queries_for(rows: int) -> int:
        for _each in range(rows):
            note(cast, bea)
        with CaptureQueriesContext(connection) as queries:
            export(bea).close()
        return len(queries)

    assert queries_for(1) == queries_for(2)


def test_nothing_of_another_house_is_in_it(cast: Cast, bea: Person) -> None:
    other = Person.objects.create(
        organisation=cast.elsewhere, user=cast.bea.user, given_name="Bea", email=bea.email
    )
    assert str(other.pk) not in json.dumps(opened(bea)[0])


def test_values_are_written_as_people_read_them() -> None:
    assert shown(["a", {"b": "c"}]) == "a, b: c"
    assert shown('{"b": ["c"]}') == "b: c"
    assert shown("[geen json") == "[geen json"
