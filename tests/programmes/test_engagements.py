"""Who takes part and as what: honest names, the five questions, what counts as volunteering."""

from datetime import date, timedelta
from itertools import product

import pytest
from django.utils import translation

from naast.audit.models import Event
from naast.core import clock
from naast.core.errors import DomainError, NotAllowed
from naast.organisations.actors import Actor
from naast.people.models import Person
from naast.programmes import queries, services
from naast.programmes.errors import (
    AlreadyTakesPart,
    EngagementEnded,
    NotVolunteering,
    TermsIncomplete,
)
from naast.programmes.kinds import NOT_UNDER_THE_LAW, RULES, Terms, called, law_line
from naast.programmes.models import Engagement, EngagementTest, EntryCondition, Kind, Programme
from naast.programmes.services import Answers
from tests.conftest import Cast
from tests.factories import EngagementFactory, PersonFactory, ProgrammeFactory

ALL_YES = Answers(
    is_unpaid=True,
    is_free_choice=True,
    is_for_others=True,
    is_outside_family=True,
    is_not_also_employed=True,
)
PRESSED = Answers(
    is_unpaid=True,
    is_free_choice=False,
    is_for_others=True,
    is_outside_family=True,
    is_not_also_employed=True,
)
YESTERDAY = timedelta(days=1)


@pytest.fixture
def bea(cast: Cast) -> Person:
    return Person.objects.get(pk=str(cast.bea.person_id))


@pytest.fixture
def programme(cast: Cast) -> Programme:
    return ProgrammeFactory(organisation=cast.here)


def terms(kind: Kind = Kind.VOLUNTEERING, **fields: object) -> Terms:
    return Terms(kind=kind, started_on=clock.today(), **fields)  # type: ignore[arg-type]  # test shorthand


def started(cast: Cast, programme: Programme, kind: Kind = Kind.VOLUNTEERING) -> Engagement:
    """Somebody who takes part since a while."""
    return EngagementFactory(organisation=cast.here, programme=programme, kind=kind)


@pytest.mark.covers("S1-42")
@pytest.mark.parametrize("five", list(product([True, False], repeat=5)))
def test_it_is_called_volunteering_only_when_all_five_answers_are_yes(
    cast: Cast, coordinator: Actor, programme: Programme, five: tuple[bool, ...]
) -> None:
    engagement = started(cast, programme)

    services.test_engagement(actor=coordinator, engagement_id=engagement.pk, answers=Answers(*five))

    engagement = Engagement.objects.get(pk=engagement.pk)
    assert (called(engagement) == Kind.VOLUNTEERING.label) is all(five)
    assert engagement.is_volunteering is all(five)
    assert (engagement in Engagement.objects.volunteering()) is all(five)
    assert bool(law_line(engagement)) is not all(five)


@pytest.mark.covers("S1-42")
def test_a_test_keeps_its_day_and_tester_and_the_newest_counts(
    cast: Cast, coordinator: Actor, programme: Programme
) -> None:
    engagement = started(cast, programme)
    services.test_engagement(actor=coordinator, engagement_id=engagement.pk, answers=PRESSED)
    services.test_engagement(actor=coordinator, engagement_id=engagement.pk, answers=ALL_YES)

    tests = EngagementTest.objects.filter(engagement=engagement)

    assert tests.count() == 2
    assert {(test.tested_on, test.tested_by_id) for test in tests} == {
        (clock.today(), cast.amal.pk)
    }
    assert Engagement.objects.get(pk=engagement.pk).is_volunteering


@pytest.mark.covers("S1-42")
def test_nobody_starts_as_a_volunteer_with_a_no_among_the_answers(
    coordinator: Actor, bea: Person, programme: Programme
) -> None:
    with pytest.raises(NotVolunteering):
        services.engage(
            actor=coordinator, person=bea, programme=programme, terms=terms(), answers=PRESSED
        )
    assert not Engagement.objects.exists()


@pytest.mark.covers("S1-46", "S1-50", "S1-54", "S1-83", "S4-20")
def test_figures_of_volunteering_leave_the_other_kinds_out_and_count_each_by_its_name(
    cast: Cast, coordinator: Actor, programme: Programme
) -> None:
    for kind in Kind:
        started(cast, programme, kind)
    refused = started(cast, programme)
    services.test_engagement(actor=coordinator, engagement_id=refused.pk, answers=PRESSED)

    kinds = set(Engagement.objects.volunteering().values_list("kind", flat=True))
    counted = queries.counts(coordinator, [programme.pk])[programme.pk]

    assert kinds == {Kind.VOLUNTEERING}
    assert Engagement.objects.volunteering().count() == 1
    assert [row.number for row in counted if row.is_volunteering] == [1]
    others = {str(row.label) for row in counted if not row.is_volunteering}
    assert others >= {str(kind.label) for kind in Kind if kind != Kind.VOLUNTEERING}


@pytest.mark.covers("S1-54", "S1-57", "S1-83")
@pytest.mark.parametrize("kind", [kind for kind in Kind if kind != Kind.VOLUNTEERING])
def test_every_other_kind_has_its_own_name_and_says_that_the_volunteer_law_does_not_hold(
    cast: Cast, programme: Programme, kind: Kind
) -> None:
    engagement = started(cast, programme, kind)

    assert called(engagement) == kind.label
    with translation.override("en"):
        assert "olunteer" not in str(kind.label)
    assert law_line(engagement) == NOT_UNDER_THE_LAW


@pytest.mark.covers("S1-83")
def test_a_path_that_somebody_must_follow_is_called_a_guided_path() -> None:
    with translation.override("en"):
        assert str(Kind.GUIDED.label) == "Guided path"


@pytest.mark.covers("S1-82")
def test_a_guided_path_says_who_steers_and_until_when(
    coordinator: Actor, bea: Person, programme: Programme
) -> None:
    with pytest.raises(TermsIncomplete) as refused:
        services.engage(
            actor=coordinator, person=bea, programme=programme, terms=terms(Kind.GUIDED)
        )
    assert set(refused.value.fields) == {"steered_by", "until_on"}

    made = services.engage(
        actor=coordinator,
        person=bea,
        programme=programme,
        terms=terms(
            Kind.GUIDED,
            steered_by="Arbeidsdienst",
            contract_reference="A-12",
            until_on=clock.today() + timedelta(days=90),
        ),
    )
    assert (made.steered_by, made.contract_reference) == ("Arbeidsdienst", "A-12")


@pytest.mark.covers("S1-54")
@pytest.mark.parametrize("kind", [kind for kind, rule in RULES.items() if rule.steering])
def test_what_others_decide_about_names_who_decides(
    coordinator: Actor, bea: Person, programme: Programme, kind: Kind
) -> None:
    with pytest.raises(TermsIncomplete) as refused:
        services.engage(
            actor=coordinator,
            person=bea,
            programme=programme,
            terms=terms(kind, until_on=clock.today()),
        )
    assert set(refused.value.fields) == {"steered_by"}


@pytest.mark.covers("S1-58")
def test_another_kind_ends_the_first_starts_a_second_and_asks_anew(
    cast: Cast, coordinator: Actor, programme: Programme
) -> None:
    own = {"organisation": cast.here, "programme": programme}
    training = EntryCondition.objects.create(**own, kind="training", name="Vorming")
    agreement = EntryCondition.objects.create(**own, kind="agreement", name="Afsprakennota")
    former = started(cast, programme, Kind.SUPPORTED_WORK)
    former.conditions_met = {str(training.pk): "2026-01-05", str(agreement.pk): "2026-01-06"}
    former.save()

    made = services.change_kind(
        actor=coordinator, engagement_id=former.pk, terms=terms(), answers=ALL_YES
    )

    former.refresh_from_db()
    assert former.ended_on == clock.today()
    assert former.kind == Kind.SUPPORTED_WORK
    assert made.conditions_met == {str(training.pk): "2026-01-05"}
    assert made.tests.count() == 1
    assert list(queries.history_of(coordinator, made)) == [former, made]


@pytest.mark.covers("S1-58")
def test_nothing_turns_into_volunteering_without_the_five_questions(
    cast: Cast, coordinator: Actor, programme: Programme
) -> None:
    former = started(cast, programme, Kind.GUIDED)

    with pytest.raises(DomainError):
        services.change_kind(actor=coordinator, engagement_id=former.pk, terms=terms())
    with pytest.raises(NotVolunteering):
        services.change_kind(
            actor=coordinator, engagement_id=former.pk, terms=terms(), answers=PRESSED
        )
    former.refresh_from_db()
    assert former.ended_on is None


def test_the_same_kind_is_no_change(cast: Cast, coordinator: Actor, programme: Programme) -> None:
    engagement = started(cast, programme)
    with pytest.raises(DomainError):
        services.change_kind(
            actor=coordinator, engagement_id=engagement.pk, terms=terms(), answers=ALL_YES
        )


def test_a_person_takes_part_once_in_a_programme(
    coordinator: Actor, bea: Person, programme: Programme
) -> None:
    services.engage(actor=coordinator, person=bea, programme=programme, terms=terms())
    with pytest.raises(AlreadyTakesPart):
        services.engage(actor=coordinator, person=bea, programme=programme, terms=terms())


def test_nobody_joins_a_closed_programme(coordinator: Actor, bea: Person, cast: Cast) -> None:
    closed = ProgrammeFactory(organisation=cast.here, status=Programme.Status.CLOSED)
    with pytest.raises(NotAllowed):
        services.engage(actor=coordinator, person=bea, programme=closed, terms=terms())


def test_what_ended_does_not_change(cast: Cast, coordinator: Actor, programme: Programme) -> None:
    engagement = started(cast, programme)
    services.end_engagement(actor=coordinator, engagement_id=engagement.pk, day=clock.today())
    with pytest.raises(EngagementEnded):
        services.test_engagement(actor=coordinator, engagement_id=engagement.pk, answers=ALL_YES)


def test_it_does_not_end_before_it_started(
    cast: Cast, coordinator: Actor, programme: Programme
) -> None:
    engagement = started(cast, programme)
    with pytest.raises(TermsIncomplete):
        services.end_engagement(
            actor=coordinator, engagement_id=engagement.pk, day=date(2025, 12, 31)
        )


@pytest.mark.parametrize("who", ["bea", "nele", "piet"])
def test_only_a_coordinator_writes_down_how_somebody_takes_part(
    cast: Cast, bea: Person, programme: Programme, who: str
) -> None:
    mine = EngagementFactory(organisation=cast.here, person=bea, programme=programme)
    other = ProgrammeFactory(organisation=cast.here)
    actor = cast.actor(who)
    with pytest.raises(NotAllowed):
        services.engage(actor=actor, person=bea, programme=other, terms=terms())
    with pytest.raises((NotAllowed, Engagement.DoesNotExist)):
        services.test_engagement(actor=actor, engagement_id=mine.pk, answers=ALL_YES)
    with pytest.raises((NotAllowed, Engagement.DoesNotExist)):
        services.change_kind(actor=actor, engagement_id=mine.pk, terms=terms(Kind.CARER))
    with pytest.raises((NotAllowed, Engagement.DoesNotExist)):
        services.end_engagement(actor=actor, engagement_id=mine.pk, day=clock.today())


def test_another_organisation_finds_nothing_and_changes_nothing(
    cast: Cast, stranger: Actor, bea: Person, programme: Programme
) -> None:
    engagement = started(cast, programme)
    assert queries.get_engagement(stranger, engagement.pk) is None
    assert queries.counts(stranger, [programme.pk]) == {}
    with pytest.raises(Engagement.DoesNotExist):
        services.test_engagement(actor=stranger, engagement_id=engagement.pk, answers=ALL_YES)
    with pytest.raises(NotAllowed):
        services.engage(actor=stranger, person=bea, programme=programme, terms=terms())


def test_people_know_their_own_engagement_and_professionals_those_of_running_programmes(
    cast: Cast, bea: Person
) -> None:
    running = ProgrammeFactory(organisation=cast.here)
    draft = ProgrammeFactory(organisation=cast.here, status=Programme.Status.DRAFT)
    own = EngagementFactory(organisation=cast.here, person=bea, programme=running)
    hidden = EngagementFactory(
        organisation=cast.here, person=PersonFactory(organisation=cast.here), programme=draft
    )

    for name, knows in {"bea": {own}, "piet": set(), "nele": {own}, "amal": {own, hidden}}.items():
        visible = {it for it in (own, hidden) if queries.get_engagement(cast.actor(name), it.pk)}
        assert visible == knows, name


def test_every_write_leaves_a_line_without_names(
    coordinator: Actor, bea: Person, programme: Programme
) -> None:
    made = services.engage(
        actor=coordinator, person=bea, programme=programme, terms=terms(), answers=ALL_YES
    )
    lines = Event.objects.filter(target_id=made.pk)
    assert set(lines.values_list("kind", flat=True)) == {"engagement.started", "engagement.tested"}
    assert all("Bea" not in str(line.changes) for line in lines)
