"""The register of insurance, and the hours of the free one."""

from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from typing import Any

import pytest

from naast.agreements import facts
from naast.checks import hours
from naast.checks.errors import TooLate, TooManyHours
from naast.checks.models import Activity, Policy
from naast.checks.policies import insurance as policies
from naast.checks.queries import insurance as queries
from naast.checks.services import insurance as services
from naast.checks.services.insurance import Terms
from naast.companionship.queries.hours import visit_hours
from naast.core import clock
from naast.core.errors import DomainError, NotAllowed, StateConflict
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation
from tests.at_once import at_once, refused
from tests.checking import ActivityFactory, PolicyFactory
from tests.conftest import Cast
from tests.factories import MatchFactory, VisitFactory

FREE = ["liability", "legal_aid", "bodily_damage"]


def terms(**changes: Any) -> Terms:
    fields = {
        "kind": "own",
        "insurer": "De Paraplu",
        "number": "P-1",
        "risks": ("disease", "liability"),
        "from_on": date(2026, 1, 1),
        "until_on": date(2026, 12, 31),
    }
    return Terms(**{**fields, **changes})


@pytest.mark.covers("S2-40")
def test_a_policy_is_noted_with_its_risks_and_papers_read_it_from_there(
    cast: Cast, coordinator: Actor
) -> None:
    policy = services.keep_policy(actor=coordinator, terms=terms())
    assert policy.risks == ["liability", "disease"]
    known = facts.known(cast.here.pk, date(2026, 6, 1))
    assert (known["insurer"], known["policy_number"]) == ("De Paraplu", "P-1")
    assert known["insured_risks"].count(",") == 1
    assert "insurer" not in facts.known(cast.here.pk, date(2027, 1, 1))
    changed = services.keep_policy(
        actor=coordinator, terms=terms(insurer="Het Scherm"), policy_id=policy.pk
    )
    assert (changed.pk, changed.insurer) == (policy.pk, "Het Scherm")


@pytest.mark.parametrize(
    "changes", [{"until_on": date(2025, 1, 1)}, {"risks": ()}, {"risks": ("theft",)}]
)
def test_a_policy_that_can_not_be_is_turned_down(
    coordinator: Actor, changes: dict[str, Any]
) -> None:
    with pytest.raises(DomainError):
        services.keep_policy(actor=coordinator, terms=terms(**changes))


@pytest.mark.parametrize(("cover", "has_liability"), [("basis", False), ("plus", True)])
def test_of_the_policy_of_a_municipality_the_risks_are_known(
    cast: Cast, coordinator: Actor, cover: str, *, has_liability: bool
) -> None:
    Organisation.objects.filter(pk=cast.here.pk).update(country="NL")
    noted = terms(kind="municipal", insurer="Gemeente", risks=(), cover=cover)
    policy = services.keep_policy(actor=coordinator, terms=noted)
    assert "bodily_damage" in policy.risks
    assert ("liability" in policy.risks) is has_liability
    # Another kind of policy has no such cover: then the risks are to be told.
    with pytest.raises(DomainError):
        services.keep_policy(actor=coordinator, terms=terms(risks=(), cover=cover))


def test_what_must_be_insured_and_is_not_stands_there_with_the_law_that_asks_it(
    cast: Cast, coordinator: Actor
) -> None:
    house = Organisation.objects.get(pk=cast.here.pk)
    PolicyFactory(organisation=house, risks=["liability"])
    register = queries.register(coordinator, house, day=clock.today())
    assert register.missing == []
    house.is_under_welfare_decree = True
    missing = queries.register(coordinator, house, day=clock.today()).missing
    assert len(missing) == 4
    assert {each.duty.scheme for each in missing} == {"welfare_decree"}


def test_a_policy_that_another_one_follows_does_not_ask_attention(
    cast: Cast, coordinator: Actor
) -> None:
    today = clock.today()
    ends = today + timedelta(days=30)
    PolicyFactory(organisation=cast.here, risks=["liability"], until_on=ends)
    assert len(queries.ending(coordinator, day=today)) == 1
    PolicyFactory(
        organisation=cast.here,
        risks=["liability", "disease"],
        from_on=ends + timedelta(days=1),
        until_on=None,
    )
    assert queries.ending(coordinator, day=today) == []


def test_visits_count_for_the_last_twelve_months_alone(cast: Cast) -> None:
    house = Organisation.objects.get(pk=cast.here.pk)
    match = MatchFactory(organisation=house)
    today = clock.today()
    for days, minutes in ((0, 90), (300, 60), (300, None), (400, 600)):
        VisitFactory(match=match, visited_on=today - timedelta(days=days), minutes=minutes)
    VisitFactory(match=MatchFactory(organisation=cast.elsewhere), minutes=600)
    policy = PolicyFactory(organisation=house, kind="free", risks=FREE)
    ActivityFactory(organisation=house, hours=8, registered_at=clock.now())
    ActivityFactory(organisation=house, hours=8)
    counted = queries.counted(house, [policy], today)
    assert counted is not None
    assert (counted.visits, counted.activities, counted.untold) == (2.5, 8.0, 1)
    assert (counted.used, counted.used_whole, counted.asks_attention) == (10.5, 11, False)
    policy.kind = Policy.Kind.OWN
    assert queries.counted(house, [policy], today) is None


def test_a_second_counter_is_added_and_the_same_one_is_not() -> None:
    before = len(hours._counters)
    hours.register(visit_hours)
    assert len(hours._counters) == before


@pytest.fixture
def free(cast: Cast) -> Policy:
    """The house has the free insurance."""
    policy: Policy = PolicyFactory(organisation=cast.here, kind="free", risks=FREE)
    return policy


@pytest.mark.covers("S4-21")
@pytest.mark.usefixtures("free")
def test_an_activity_is_registered_once_as_long_as_it_fits(cast: Cast, coordinator: Actor) -> None:
    starts_at = clock.now() + timedelta(days=3)
    big = services.plan_activity(
        actor=coordinator, name="Feest", starts_at=starts_at, hours=Decimal(980)
    )
    services.register_activity(actor=coordinator, activity_id=big.pk)
    assert services.register_activity(actor=coordinator, activity_id=big.pk).registered_at
    small = ActivityFactory(organisation=cast.here, hours=Decimal("20.5"))
    with pytest.raises(TooManyHours):
        services.register_activity(actor=coordinator, activity_id=small.pk)
    small.hours = 20
    small.save()
    assert services.register_activity(actor=coordinator, activity_id=small.pk).registered_at
    services.drop_activity(actor=coordinator, activity_id=small.pk)
    assert list(Activity.objects.all()) == [big]


@pytest.mark.usefixtures("free")
def test_less_than_a_day_before_it_starts_is_too_late(cast: Cast, coordinator: Actor) -> None:
    soon = ActivityFactory(organisation=cast.here, starts_at=clock.now() + timedelta(hours=23))
    with pytest.raises(TooLate):
        services.register_activity(actor=coordinator, activity_id=soon.pk)


def test_without_the_free_insurance_nothing_is_registered(cast: Cast, coordinator: Actor) -> None:
    activity = ActivityFactory(organisation=cast.here)
    with pytest.raises(DomainError):
        services.register_activity(actor=coordinator, activity_id=activity.pk)
    with pytest.raises(DomainError):
        services.plan_activity(
            actor=coordinator, name="Niets", starts_at=clock.now(), hours=Decimal(0)
        )


def test_coordinators_keep_the_register_and_others_do_not_see_it(
    cast: Cast, coordinator: Actor, volunteer: Actor
) -> None:
    own = PolicyFactory(organisation=cast.here)
    PolicyFactory(organisation=cast.elsewhere)
    activity = ActivityFactory(organisation=cast.here)
    assert list(policies.visible_to(coordinator)) == [own]
    assert list(policies.activities_visible_to(coordinator)) == [activity]
    assert not policies.visible_to(volunteer).exists()
    assert not policies.activities_visible_to(volunteer).exists()
    for write in (
        partial(services.keep_policy, terms=terms()),
        partial(services.drop_policy, policy_id=own.pk),
        partial(services.register_activity, activity_id=activity.pk),
        partial(services.drop_activity, activity_id=activity.pk),
        partial(services.plan_activity, name="x", starts_at=clock.now(), hours=Decimal(1)),
    ):
        with pytest.raises(NotAllowed):
            write(actor=volunteer)
    own.from_on = clock.today() + timedelta(days=1)
    own.save()
    services.drop_policy(actor=coordinator, policy_id=own.pk)
    assert not policies.visible_to(coordinator).exists()


def test_a_policy_that_has_begun_is_ended_or_mended_and_never_taken_away(
    cast: Cast, coordinator: Actor
) -> None:
    today = clock.today()
    policy = PolicyFactory(organisation=cast.here, risks=["liability"], until_on=today)
    change = partial(services.keep_policy, actor=coordinator, policy_id=policy.pk)
    with pytest.raises(StateConflict):
        services.drop_policy(actor=coordinator, policy_id=policy.pk)
    with pytest.raises(StateConflict):
        change(terms=terms(risks=("disease",)))
    with pytest.raises(StateConflict):
        change(terms=terms(from_on=today + timedelta(days=1), until_on=None))
    yesterday = today - timedelta(days=1)
    ended = change(terms=terms(from_on=yesterday, until_on=yesterday))
    assert queries.liability_expired([ended], today)


def test_a_paper_names_every_insurer_and_may_do_without_a_number(cast: Cast) -> None:
    PolicyFactory(organisation=cast.here, risks=["disease"], insurer="Het Scherm", number="")
    first = facts.known(cast.here.pk, clock.today())
    assert (first["insurer"], bool(first["policy_number"])) == ("Het Scherm", True)
    PolicyFactory(organisation=cast.here, risks=["liability"], insurer="De Paraplu")
    known = facts.known(cast.here.pk, clock.today())
    assert known["insurer"].startswith("De Paraplu ")
    assert known["insurer"].endswith(" Het Scherm")
    assert known["policy_number"] == "P-1 (De Paraplu)"


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_two_activities_at_once_do_not_both_take_the_last_hours(
    cast: Cast, coordinator: Actor
) -> None:
    PolicyFactory(organisation=cast.here, kind="free", risks=FREE)
    calls = [
        partial(
            services.register_activity,
            actor=coordinator,
            activity_id=ActivityFactory(organisation=cast.here, hours=600).pk,
        )
        for _each in range(2)
    ]
    assert refused(at_once(*calls)) == 1
