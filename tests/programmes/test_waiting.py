"""Letting something wait: who may, why, until when, and that it stays visible (S0-44)."""

from datetime import timedelta

import pytest
from dateutil.relativedelta import relativedelta
from django.db import IntegrityError, transaction

from naast.audit.models import Event
from naast.core import clock
from naast.core.errors import NotAllowed, StateConflict
from naast.organisations.actors import Actor
from naast.programmes import attention, queries, services
from naast.programmes.errors import CannotWait, EngagementEnded, StillNeeded
from naast.programmes.models import Engagement, EngagementTest, Override, Programme
from naast.programmes.panels import takes_part_in
from naast.programmes.readiness import in_the_way, let_through
from tests.companionship.wish import law_test
from tests.conftest import Cast
from tests.programmes.ready import REASON, bea, key_of, programme_with, takes_part, write_down


@pytest.fixture
def programme(cast: Cast) -> Programme:
    return programme_with(cast, "training", "check")


@pytest.fixture
def engagement(cast: Cast, programme: Programme) -> Engagement:
    return takes_part(programme, bea(cast))


def wait(actor: Actor, engagement: Engagement, kind: str = "training", **given: object) -> Override:
    values = {
        "item_key": key_of(engagement.programme, kind),
        "reason": REASON,
        "until_on": clock.today() + timedelta(days=30),
    }
    return services.let_wait(actor=actor, engagement_id=engagement.pk, **(values | given))  # type: ignore[arg-type]  # of its fields


def gate(engagement: Engagement) -> None:
    services.require_ready(person_id=engagement.person_id, programme=engagement.programme)


@pytest.mark.covers("S0-44")
def test_the_gate_names_what_is_in_the_way_and_a_reason_with_a_name_opens_it(
    cast: Cast, coordinator: Actor, engagement: Engagement
) -> None:
    with pytest.raises(StillNeeded) as refused:
        gate(engagement)
    assert [item.code for item in refused.value.items] == ["training", "check"]
    assert "Over training" in str(refused.value)

    made = wait(coordinator, engagement)
    wait(coordinator, engagement, "check")

    gate(engagement)
    assert (made.given_by, made.reason, made.label) == (cast.amal, REASON, "Over training")
    event = Event.objects.filter(kind="engagement.item-let-wait").earliest("pk")
    assert event.changes["item"] == "training"
    assert REASON not in str(event.changes)
    shown = queries.standing(person_id=engagement.person_id, programme=engagement.programme)
    assert {item.code for item in let_through(shown.items)} == {"training", "check"}


def test_what_is_arranged_for_one_start_is_not_asked_of_the_programme(
    engagement: Engagement,
) -> None:
    write_down(engagement)
    Programme.objects.filter(pk=engagement.programme_id).update(coach=None)
    engagement.programme.refresh_from_db()
    with pytest.raises(StillNeeded):
        gate(engagement)
    services.require_ready(
        person_id=engagement.person_id, programme=engagement.programme, arranged={"coach"}
    )


def test_who_takes_no_part_does_not_start(cast: Cast, programme: Programme) -> None:
    with pytest.raises(StillNeeded) as refused:
        services.require_ready(person_id=cast.person_id("bea"), programme=programme)
    assert "engagement" in {item.code for item in refused.value.items}


@pytest.mark.parametrize("who", ["bea", "nele", "piet"])
def test_only_a_coordinator_lets_something_wait_or_takes_it_back(
    cast: Cast, coordinator: Actor, engagement: Engagement, who: str
) -> None:
    made = wait(coordinator, engagement)
    refused = (NotAllowed, Engagement.DoesNotExist)
    with pytest.raises(refused):
        wait(cast.actor(who), engagement)
    with pytest.raises(refused):
        services.take_back(actor=cast.actor(who), engagement_id=engagement.pk, override_id=made.pk)


def test_a_coordinator_of_elsewhere_finds_nothing(stranger: Actor, engagement: Engagement) -> None:
    with pytest.raises(Engagement.DoesNotExist):
        wait(stranger, engagement)


@pytest.mark.parametrize("reason", ["", "  ", "Ja.", "Kan wel"])
def test_a_reason_is_a_sentence(coordinator: Actor, engagement: Engagement, reason: str) -> None:
    with pytest.raises(CannotWait) as refused:
        wait(coordinator, engagement, reason=reason)
    assert set(refused.value.fields) == {"reason"}


def test_nothing_waits_longer_than_three_months_or_until_yesterday(
    coordinator: Actor, engagement: Engagement
) -> None:
    last = clock.today() + relativedelta(months=3)
    for day in (clock.today() - timedelta(days=1), last + timedelta(days=1)):
        with pytest.raises(CannotWait) as refused:
            wait(coordinator, engagement, until_on=day)
        assert set(refused.value.fields) == {"until_on"}
    assert wait(coordinator, engagement, until_on=last).until_on == last


def test_what_is_in_place_or_unknown_can_not_wait(
    coordinator: Actor, engagement: Engagement
) -> None:
    write_down(engagement, "training")
    for key in (key_of(engagement.programme, "training"), "coach", "nothing"):
        with pytest.raises(CannotWait):
            wait(coordinator, engagement, item_key=key)


def test_five_questions_with_a_no_never_wait(coordinator: Actor, engagement: Engagement) -> None:
    EngagementTest.objects.all().delete()
    wait(coordinator, engagement, item_key="test")
    law_test(engagement, passed=False)
    with pytest.raises(CannotWait):
        wait(coordinator, engagement, item_key="test")
    # What was let wait before the answer came opens nothing any more.
    with pytest.raises(StillNeeded) as refused:
        gate(engagement)
    assert "test" in {item.code for item in refused.value.items}


def test_being_too_young_never_waits(
    cast: Cast, coordinator: Actor, engagement: Engagement
) -> None:
    Programme.objects.filter(pk=engagement.programme_id).update(minimum_age=18)
    person = bea(cast)
    person.birth_on = clock.today() - timedelta(days=16 * 366)
    person.save()
    with pytest.raises(CannotWait):
        wait(coordinator, engagement, item_key="age")


@pytest.mark.covers("S1-114")
def test_a_shortest_term_is_agreed_before_the_start(
    cast: Cast, coordinator: Actor, engagement: Engagement
) -> None:
    write_down(engagement)
    Programme.objects.filter(pk=engagement.programme_id).update(minimum_months=6)
    engagement.programme.refresh_from_db()
    for months in (None, 3):
        bea(cast).volunteer.__class__.objects.update(term_months=months)
        with pytest.raises(StillNeeded) as refused:
            gate(engagement)
        assert [item.code for item in refused.value.items] == ["term"]
    bea(cast).volunteer.__class__.objects.update(term_months=6)
    gate(engagement)


def test_saying_it_again_replaces_the_former_word_and_keeps_the_history(
    coordinator: Actor, engagement: Engagement
) -> None:
    first = wait(coordinator, engagement)
    second = wait(coordinator, engagement, reason="De vorming is uitgesteld naar mei.")
    first.refresh_from_db()
    assert (first.taken_back_on, second.taken_back_on) == (clock.today(), None)
    assert engagement.overrides.count() == 2


def test_the_database_keeps_one_living_word_an_item(
    coordinator: Actor, engagement: Engagement
) -> None:
    made = wait(coordinator, engagement)
    again = {
        name: getattr(made, name)
        for name in ("organisation_id", "engagement_id", "item", "label", "given_on", "until_on")
    }
    with pytest.raises(IntegrityError), transaction.atomic():
        Override.objects.create(**again, reason="x")


def test_taken_back_it_closes_the_gate_again_and_twice_is_refused(
    coordinator: Actor, engagement: Engagement
) -> None:
    write_down(engagement, "check")
    made = wait(coordinator, engagement)
    gate(engagement)
    services.take_back(actor=coordinator, engagement_id=engagement.pk, override_id=made.pk)
    with pytest.raises(StillNeeded):
        gate(engagement)
    with pytest.raises(StateConflict):
        services.take_back(actor=coordinator, engagement_id=engagement.pk, override_id=made.pk)


def test_an_override_of_somebody_else_is_not_found_here(
    cast: Cast, coordinator: Actor, engagement: Engagement
) -> None:
    other = takes_part(engagement.programme)
    made = wait(coordinator, other)
    with pytest.raises(Override.DoesNotExist):
        services.take_back(actor=coordinator, engagement_id=engagement.pk, override_id=made.pk)


def test_it_no_longer_holds_the_day_after(coordinator: Actor, engagement: Engagement) -> None:
    write_down(engagement, "check")
    made = wait(coordinator, engagement, until_on=clock.today())
    gate(engagement)
    Override.objects.filter(pk=made.pk).update(
        given_on=clock.today() - timedelta(days=3), until_on=clock.today() - timedelta(days=1)
    )
    with pytest.raises(StillNeeded):
        gate(engagement)


def test_what_ended_changes_no_more(coordinator: Actor, engagement: Engagement) -> None:
    services.end_engagement(actor=coordinator, engagement_id=engagement.pk, day=clock.today())
    with pytest.raises(EngagementEnded):
        wait(coordinator, engagement)


@pytest.mark.covers("S0-44")
def test_it_stays_visible_on_the_card_and_on_the_desk_until_it_is_in_place(
    cast: Cast, coordinator: Actor, volunteer: Actor, engagement: Engagement
) -> None:
    made = wait(coordinator, engagement)

    def on_the_desk() -> list[str]:
        items = attention.items(coordinator, now=clock.now())
        return [str(item.sentence) for item in items if item.kind == "programmes.waits"]

    panel = takes_part_in(coordinator, engagement.person)
    assert panel is not None
    rows = panel.context["rows"]
    assert isinstance(rows, list)
    (row,) = rows
    assert [each.override for each in row.waits] == [made]
    assert [each.by for each in row.waits] == ["Amal Coördineert"]
    own = takes_part_in(volunteer, engagement.person)
    assert own is not None
    own_rows = own.context["rows"]
    assert isinstance(own_rows, list)
    assert [each.waits for each in own_rows] == [[]]
    (sentence,) = on_the_desk()
    assert "Over training" in sentence
    assert "waits" not in {
        item.kind for item in attention.items(cast.actor("chris"), now=clock.now())
    }

    write_down(engagement, "training")

    assert on_the_desk() == []
    assert in_the_way(
        queries.standing(person_id=engagement.person_id, programme=engagement.programme).items
    )
