"""Pages about how a person takes part, and the block on the volunteer's card."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from django.utils.html import escape

from naast.core import clock
from naast.organisations.actors import Actor
from naast.people.models import Person
from naast.people.panels import panels_for
from naast.programmes import services
from naast.programmes.models import (
    FIVE_QUESTIONS,
    Engagement,
    EntryCondition,
    Kind,
    Programme,
    WorkingRelation,
)
from naast.programmes.panels import takes_part_in
from naast.programmes.presets import preset_named
from tests.conftest import Cast
from tests.factories import EngagementFactory, ProgrammeFactory

YES = dict.fromkeys(FIVE_QUESTIONS, "yes")


@pytest.fixture
def ward(coordinator: Actor) -> Programme:
    return services.create_programme(actor=coordinator, preset=preset_named("ward"), language="nl")


@pytest.fixture
def engagement(cast: Cast, ward: Programme) -> Engagement:
    return EngagementFactory(
        organisation=cast.here,
        programme=ward,
        person=Person.objects.get(pk=str(cast.bea.person_id)),
    )


def today() -> str:
    return clock.today().isoformat()


def page_of(cast: Cast, engagement: Engagement, path: str = "") -> str:
    return cast.url(f"programmes/taking-part/{engagement.pk}/{path}")


@pytest.mark.covers("S1-42")
def test_a_coordinator_lets_somebody_take_part_with_the_five_answers(
    cast: Cast, ward: Programme
) -> None:
    amal, address = cast.client("amal"), cast.url(f"programmes/with/{cast.bea.person_id}/")
    assert amal.get(address).status_code == 200
    sent = {"programme": str(ward.pk), "kind": "volunteering", "started_on": today()}

    refused = amal.post(address, sent | YES | {"is_free_choice": "no"})
    half = amal.post(address, sent | {"is_unpaid": "yes"})
    taken = amal.post(address, sent | YES)

    assert (refused.status_code, half.status_code, taken.status_code) == (422, 422, 303)
    made = Engagement.objects.get()
    assert made.passed is True
    shown = amal.get(taken["Location"])
    assert shown.status_code == 200
    assert not shown.context["law_line"]
    # In it already, so it can't be chosen a second time.
    assert amal.post(address, sent | YES).status_code == 422


@pytest.mark.covers("S1-82")
def test_a_guided_path_without_who_steers_is_refused_beside_the_field(
    cast: Cast, ward: Programme
) -> None:
    address = cast.url(f"programmes/with/{cast.bea.person_id}/")
    sent = {"programme": str(ward.pk), "kind": "guided", "started_on": today()}

    answer = cast.client("amal").post(address, sent)

    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {"steered_by", "until_on"}


@pytest.mark.covers("S1-57")
@pytest.mark.parametrize("kind", [kind for kind in Kind if kind != Kind.VOLUNTEERING])
def test_the_page_of_another_kind_says_that_the_law_does_not_hold(
    cast: Cast, engagement: Engagement, kind: Kind
) -> None:
    Engagement.objects.filter(pk=engagement.pk).update(kind=kind)
    answer = cast.client("amal").get(page_of(cast, engagement))
    assert str(answer.context["law_line"]) in answer.content.decode()
    assert str(answer.context["name"]) in answer.content.decode()
    assert answer.context["law_line"]


@pytest.mark.covers("S1-42", "S1-57")
def test_one_no_takes_the_name_away_on_the_page(cast: Cast, engagement: Engagement) -> None:
    amal = cast.client("amal")
    address = page_of(cast, engagement, "test/")
    assert amal.get(address).status_code == 200
    assert amal.post(address, {"is_unpaid": "yes"}).status_code == 422
    assert amal.post(address, YES | {"is_unpaid": "no"}).status_code == 303

    answer = amal.get(page_of(cast, engagement))

    assert answer.context["law_line"]
    assert str(answer.context["name"]) != str(Kind.VOLUNTEERING.label)
    assert [is_yes for _question, is_yes in answer.context["answers"]].count(False) == 1


@pytest.mark.covers("S1-58")
def test_a_change_of_kind_shows_its_history(cast: Cast, engagement: Engagement) -> None:
    amal = cast.client("amal")
    address = page_of(cast, engagement, "kind/")
    assert amal.get(address).status_code == 200
    sent = {
        "kind": "placement",
        "started_on": today(),
        "steered_by": "De school",
        "until_on": (clock.today() + timedelta(days=30)).isoformat(),
    }

    answer = amal.post(address, sent)

    assert answer.status_code == 303
    shown = amal.get(answer["Location"])
    assert len(shown.context["history"]) == 2
    assert amal.post(address, sent).status_code == 422
    assert (
        amal.post(page_of(cast, engagement, "kind/"), sent | {"kind": "nothing"}).status_code == 422
    )


def test_conditions_are_met_and_undone_from_the_page(cast: Cast, engagement: Engagement) -> None:
    amal, address = cast.client("amal"), page_of(cast, engagement, "condition/")
    condition = EntryCondition.objects.filter(programme=engagement.programme)[0]

    assert amal.post(address, {"condition": condition.pk, "day": "2026-03-04"}).status_code == 303
    engagement.refresh_from_db()
    assert engagement.conditions_met == {str(condition.pk): "2026-03-04"}

    assert amal.post(address, {"condition": condition.pk, "undo": "1"}).status_code == 303
    engagement.refresh_from_db()
    assert engagement.conditions_met == {}

    for day in ("2031-01-01", "2026-13-45", "morgen"):
        assert amal.post(address, {"condition": condition.pk, "day": day}).status_code == 303
    engagement.refresh_from_db()
    assert engagement.conditions_met == {}
    assert amal.post(address, {"condition": "x"}).status_code == 404
    assert amal.post(address, {"condition": engagement.pk}).status_code == 404


def test_it_ends_on_a_day(cast: Cast, engagement: Engagement) -> None:
    amal, address = cast.client("amal"), page_of(cast, engagement, "end/")
    assert amal.post(address, {"ended_on": ""}).status_code == 303
    assert amal.post(address, {"ended_on": "2020-01-01"}).status_code == 303
    engagement.refresh_from_db()
    assert engagement.ended_on is None
    assert amal.post(address, {"ended_on": today()}).status_code == 303
    engagement.refresh_from_db()
    assert engagement.ended_on == clock.today()
    assert amal.get(page_of(cast, engagement)).status_code == 200
    assert amal.post(page_of(cast, engagement, "test/"), YES).status_code == 422


@pytest.mark.parametrize("who", ["bea", "nele", "piet", "chris"])
def test_nobody_else_opens_these_pages(cast: Cast, engagement: Engagement, who: str) -> None:
    client = cast.client(who)
    for path in ("", "test/", "kind/"):
        assert client.get(page_of(cast, engagement, path)).status_code == 404
    for path in ("test/", "kind/", "condition/", "end/"):
        assert client.post(page_of(cast, engagement, path)).status_code == 404
    assert client.get(cast.url(f"programmes/with/{cast.bea.person_id}/")).status_code == 404


def test_a_coordinator_of_another_organisation_finds_nothing_at_home(
    cast: Cast, engagement: Engagement
) -> None:
    chris, there = cast.client("chris"), f"/o/{cast.elsewhere.slug}/programmes"
    assert chris.get(f"{there}/taking-part/{engagement.pk}/").status_code == 404
    assert chris.post(f"{there}/taking-part/{engagement.pk}/test/", YES).status_code == 404
    assert chris.get(f"{there}/with/{cast.bea.person_id}/").status_code == 404


@pytest.mark.covers("S0-45", "S1-57")
def test_the_card_shows_the_honest_name_and_what_is_still_needed(
    cast: Cast, coordinator: Actor, volunteer: Actor, engagement: Engagement
) -> None:
    Engagement.objects.filter(pk=engagement.pk).update(kind=Kind.GUIDED)
    card = cast.client("amal").get(
        coordinator.url("people:volunteer", person_id=cast.bea.person_id)
    )
    assert card.status_code == 200
    page = card.content.decode()
    for actor in (coordinator, volunteer):
        panel = takes_part_in(actor, engagement.person)
        assert panel is not None
        rows = panel.context["rows"]
        assert isinstance(rows, list)
        (row,) = rows
        assert str(row.called) in page
        assert row.law_line
        assert row.still_needed
        assert all(escape(str(needed)) in page for needed in row.still_needed)
        assert bool(row.url) is actor.is_coordinator


@pytest.mark.usefixtures("alone")
def test_the_card_is_registered_once_and_costs_the_same_for_many(
    cast: Cast, coordinator: Actor, engagement: Engagement
) -> None:
    person = engagement.person

    def cost() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert takes_part_in(coordinator, person) is not None
        return len(captured)

    one = cost()
    for _ in range(2):
        EngagementFactory(
            organisation=cast.here,
            person=person,
            programme=ProgrammeFactory(organisation=cast.here),
        )
    assert cost() == one <= 8
    titles = [panel.template for panel in panels_for("volunteer", coordinator, person)]
    assert titles.count("programmes/panel.html") == 1


def test_a_volunteer_without_a_programme_has_no_block(cast: Cast, volunteer: Actor) -> None:
    person = Person.objects.get(pk=str(cast.bea.person_id))
    assert takes_part_in(volunteer, person) is None


@pytest.mark.covers("S1-28", "S1-54")
@pytest.mark.parametrize("relation", list(WorkingRelation))
def test_who_is_not_free_is_called_so_on_the_page_in_the_list_and_in_the_figures(
    cast: Cast, ward: Programme, relation: WorkingRelation
) -> None:
    amal, address = cast.client("amal"), cast.url(f"programmes/with/{cast.bea.person_id}/")
    is_told = relation in (WorkingRelation.CONDITIONAL, WorkingRelation.COMPULSORY)
    sent = {"programme": str(ward.pk), "started_on": today(), "working_relation": relation.value}
    as_volunteer = {"kind": "volunteering", **YES}
    by_its_name = {"kind": "community_service", "steered_by": "De rechtbank"}
    EngagementFactory(organisation=cast.here, programme=ward)

    if is_told:
        refused = amal.post(address, sent | as_volunteer)
        assert (refused.status_code, set(refused.context["form"].errors)) == (422, {"kind"})
    answer = amal.post(address, sent | (by_its_name if is_told else as_volunteer))

    made = Engagement.objects.get(person_id=cast.bea.person_id)
    assert made.working_relation == relation
    shown = amal.get(answer["Location"])
    assert bool(shown.context["relation"]) == is_told

    programme = amal.get(cast.url(f"programmes/{ward.pk}/"))
    called = {name: str(words) for name, words, _line, _url in programme.context["people"]}
    with translation.override("nl"):
        label = str(relation.label)
    assert (label in called[made.person.name]) == is_told
    figures = [(row.number, label in str(row.label)) for row in programme.context["counts"]]
    assert sum(number for number, _told in figures) == 2
    assert any(told for _number, told in figures) == is_told


@pytest.mark.covers("S1-28", "S1-58")
def test_being_less_free_than_before_is_a_change_with_its_history(
    cast: Cast, engagement: Engagement
) -> None:
    amal, address = cast.client("amal"), page_of(cast, engagement, "kind/")
    sent = {"kind": engagement.kind, "started_on": today()}
    assert amal.post(address, sent | YES | {"working_relation": "free"}).status_code == 422

    compelled = sent | {"working_relation": "compulsory"}
    assert amal.post(address, compelled | YES).status_code == 422
    its_name = {"kind": "community_service", "steered_by": "De rechtbank"}

    answer = amal.post(address, compelled | its_name)

    assert answer.status_code == 303
    former, now = Engagement.objects.order_by("id")
    assert (former.working_relation, now.working_relation) == ("free", "compulsory")
    assert (former.kind, now.kind) == ("volunteering", "community_service")
    assert former.ended_on is not None
