"""The gate has one door: what nobody decides about themselves, what is proved elsewhere, who may not start (S0-44)."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from dateutil.relativedelta import relativedelta

from naast.checks.models import CheckRecord
from naast.checks.states import CheckState
from naast.core import clock
from naast.core.errors import NotAllowed
from naast.organisations.actors import Actor
from naast.organisations.models import Function, Membership, Organisation
from naast.people.models import Person, VolunteerProfile
from naast.programmes import queries, services
from naast.programmes.errors import CannotWait, KeptElsewhere, StillNeeded
from naast.programmes.models import Engagement, EntryCondition, Programme
from naast.programmes.presets import preset_named
from naast.programmes.readiness import Item, in_the_way
from naast.programmes.services import nightly
from tests.conftest import Cast
from tests.factories import member
from tests.programmes.ready import REASON, bea, key_of, programme_with, takes_part, write_down


@pytest.fixture
def programme(cast: Cast) -> Programme:
    return programme_with(cast, "training", "check")


@pytest.fixture
def engagement(cast: Cast, programme: Programme) -> Engagement:
    return takes_part(programme, bea(cast))


def wait(actor: Actor, engagement: Engagement, key: str) -> object:
    return services.let_wait(
        actor=actor,
        engagement_id=engagement.pk,
        item_key=key,
        reason=REASON,
        until_on=clock.today() + timedelta(days=10),
    )


def meet(actor: Actor, engagement: Engagement, kind: str) -> Engagement:
    condition = EntryCondition.objects.get(programme=engagement.programme, kind=kind)
    return services.meet_condition(
        actor=actor, engagement_id=engagement.pk, condition_id=condition.pk, day=clock.today()
    )


def blocking(engagement: Engagement) -> dict[str, Item]:
    programme = Programme.objects.get(pk=engagement.programme_id)
    found = queries.standing(person_id=engagement.person_id, programme=programme)
    return {item.code: item for item in in_the_way(found.items)}


DECIDING: list[Callable[[Actor, Engagement], object]] = [
    lambda actor, it: wait(actor, it, key_of(it.programme, "training")),
    lambda actor, it: services.take_back(actor=actor, engagement_id=it.pk, override_id=it.pk),
    lambda actor, it: meet(actor, it, "training"),
    lambda actor, it: services.undo_condition(actor=actor, engagement_id=it.pk, condition_id=it.pk),
]


@pytest.mark.parametrize("decide", DECIDING)
def test_a_coordinator_who_volunteers_decides_nothing_about_themselves(
    cast: Cast, programme: Programme, decide: Callable[[Actor, Engagement], object]
) -> None:
    own = takes_part(programme, Person.objects.get(pk=cast.person_id("amal")))
    actor = cast.actor("amal")
    with pytest.raises(NotAllowed):
        decide(actor, own)


def test_the_page_about_oneself_offers_no_form_to_decide(cast: Cast, programme: Programme) -> None:
    own = takes_part(programme, Person.objects.get(pk=cast.person_id("amal")))
    page = cast.client("amal").get(cast.url(f"programmes/taking-part/{own.pk}/"))
    assert [page.context[name] for name in ("condition_form", "undo_form", "wait_form")] == [
        None
    ] * 3


def test_a_check_is_noted_on_its_own_page_and_a_day_of_before_still_counts(
    cast: Cast, coordinator: Actor, engagement: Engagement
) -> None:
    with pytest.raises(KeptElsewhere):
        meet(coordinator, engagement, "check")
    page = cast.client("amal").get(cast.url(f"programmes/taking-part/{engagement.pk}/"))
    offered = [key for key, _label in page.context["condition_form"].fields["condition"].choices]
    assert offered == [key_of(engagement.programme, "training")]
    meet(coordinator, engagement, "training")
    assert set(blocking(engagement)) == {"check"}

    write_down(engagement)
    assert blocking(engagement) == {}
    # A no that was seen is stronger than a day of before.
    CheckRecord.objects.create(
        organisation=cast.here,
        person_id=engagement.person_id,
        kind="other",
        state=CheckState.SEEN,
        since_on=clock.today(),
        seen_on=clock.today(),
        outcome=CheckRecord.Outcome.TALK,
    )
    assert not blocking(engagement)["check"].may_wait


@pytest.mark.parametrize("status", ["interested", "paused", "former"])
def test_who_is_no_active_volunteer_starts_nowhere(
    coordinator: Actor, engagement: Engagement, status: str
) -> None:
    write_down(engagement)
    VolunteerProfile.objects.filter(person_id=engagement.person_id).update(status=status)
    assert set(blocking(engagement)) == {"standing"}
    with pytest.raises(CannotWait):
        wait(coordinator, engagement, "standing")


def test_who_takes_part_without_a_card_of_a_volunteer_may_start(programme: Programme) -> None:
    engagement = takes_part(programme)
    VolunteerProfile.objects.filter(person_id=engagement.person_id).delete()
    write_down(engagement)
    assert blocking(engagement) == {}


def test_a_coach_who_left_is_no_coach(cast: Cast, engagement: Engagement) -> None:
    write_down(engagement)
    Membership.objects.filter(pk=cast.amal.pk).update(ended_on=clock.today())
    assert set(blocking(engagement)) == {"coach"}


@pytest.mark.parametrize(
    ("country", "age", "codes"),
    [
        ("BE", 14, {"age"}),
        ("BE", 15, {"age_asked"}),
        ("BE", 16, set()),
        ("BE", None, set()),
        ("NL", 14, set()),
    ],
)
def test_the_law_says_from_which_age(
    cast: Cast, engagement: Engagement, country: str, age: int | None, codes: set[str]
) -> None:
    write_down(engagement)
    member(cast.here, Function.SAFEGUARDING, name="Sofie Vertrouwd")
    Organisation.objects.filter(pk=cast.here.pk).update(country=country)
    person = bea(cast)
    person.birth_on = None if age is None else clock.today() - relativedelta(years=age)
    person.save()
    found = blocking(engagement)
    assert set(found) == codes
    assert all(item.may_wait == (item.code == "age_asked") for item in found.values())


@pytest.mark.parametrize(("country", "has_check"), [("BE", False), ("NL", True)])
def test_a_preset_asks_a_check_only_where_the_law_has_a_ground(
    cast: Cast, country: str, has_check: bool
) -> None:
    Organisation.objects.filter(pk=cast.here.pk).update(country=country)
    made = services.create_programme(
        actor=cast.actor("amal"), preset=preset_named("buddy"), language="nl"
    )
    assert made.entryconditions.filter(kind="check").exists() == has_check


def test_whoever_asks_a_check_reads_what_the_law_says(cast: Cast, programme: Programme) -> None:
    line = programme.entryconditions.get(kind="check")
    page = cast.client("amal").get(
        cast.url(f"programmes/{programme.pk}/lines/conditions/{line.pk}/")
    )
    assert page.context["check"].sentence in page.content.decode()


def test_one_bad_row_costs_nobody_else_their_night(cast: Cast, programme: Programme) -> None:
    others = [takes_part(programme), takes_part(programme)]
    bad = takes_part(programme)
    for each in others:
        write_down(each)
    key = key_of(programme, "training")
    Engagement.objects.filter(pk=bad.pk).update(conditions_met={key: "gisteren"})
    assert nightly.look(cast.here, clock.now()) == 2


def test_what_was_let_wait_and_never_came_keeps_a_trial_from_going_on(
    coordinator: Actor, engagement: Engagement
) -> None:
    write_down(engagement, "check")

    def gate() -> None:
        services.require_what_waited(person_id=engagement.person_id, programme=engagement.programme)

    gate()
    wait(coordinator, engagement, key_of(engagement.programme, "training"))
    gate()
    engagement.overrides.update(
        given_on=clock.today() - timedelta(days=9), until_on=clock.today() - timedelta(days=1)
    )
    with pytest.raises(StillNeeded):
        gate()
