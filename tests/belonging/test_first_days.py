"""Who awaits somebody new, and that they were received (S1-219)."""

from datetime import time, timedelta

import pytest

from naast.belonging import attention
from naast.belonging.errors import DayRefused
from naast.belonging.inputs import FirstDayPlan, WelcomeTerms
from naast.belonging.models import FirstDay, Welcome
from naast.belonging.policies import first_days as policies
from naast.belonging.queries import first_days as queries
from naast.belonging.services import welcoming as services
from naast.core import clock
from naast.core.errors import DomainError, NotAllowed, StateConflict
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.people.models import VolunteerProfile
from tests.conftest import Cast
from tests.factories import ProgrammeFactory, actor_of, member
from tests.welcoming import FirstDayFactory, NewEngagementFactory, engaged

TERMS = WelcomeTerms(None, "Onthaal", (), (2, 6), (0, 4), 3, 4)


def plan(**fields: object) -> FirstDayPlan:
    given = {"host_id": None, "day": clock.today(), "hour": time(9, 30), "place": "Balie"}
    return FirstDayPlan(**(given | fields))  # type: ignore[arg-type]  # names of the dataclass


@pytest.mark.covers("S1-219")
def test_somebody_new_gets_a_first_day_with_the_host_and_lines_of_the_programme(
    cast: Cast, coordinator: Actor
) -> None:
    engagement = engaged(cast)
    terms = WelcomeTerms(cast.nele.pk, "Onthaal", ("Jas ophangen",), (2,), (0,), 3, 4)
    services.change_welcome(actor=coordinator, programme_id=engagement.programme_id, terms=terms)
    assert services.prepare_first_days(actor=coordinator) == 1
    made = FirstDay.objects.get(engagement=engagement)
    assert (made.host_id, made.day, made.place) == (cast.nele.pk, clock.today(), "Onthaal")
    assert made.lines == [{"what": "Jas ophangen", "done": False}]
    assert services.prepare_first_days(actor=coordinator) == 0

    ticked = services.tick(actor=actor_of(cast.nele), first_day_id=made.pk, done={0})
    assert ticked.lines[0]["done"]
    assert ticked.received_on is None
    done = services.confirm_received(actor=actor_of(cast.nele), first_day_id=made.pk, done={0})
    assert (done.received_on, done.received_by_id) == (clock.today(), cast.nele.pk)


def test_without_own_lines_the_usual_ones_hold(cast: Cast, coordinator: Actor) -> None:
    engaged(cast)
    services.prepare_first_days(actor=coordinator)
    lines = FirstDay.objects.get().lines
    assert len(lines) >= 6
    assert "naam" in lines[0]["what"]


def test_who_has_been_here_for_long_or_said_goodbye_gets_no_first_day(
    cast: Cast, coordinator: Actor
) -> None:
    engaged(cast, clock.today() - timedelta(days=60))
    gone = NewEngagementFactory(organisation=cast.here)
    VolunteerProfile.objects.filter(person=gone.person).update(status="former")
    NewEngagementFactory(organisation=cast.elsewhere)
    assert services.prepare_first_days(actor=coordinator) == 0


def test_a_host_who_left_is_no_host_any_more(cast: Cast, coordinator: Actor) -> None:
    engagement = engaged(cast)
    Welcome.objects.create(organisation=cast.here, programme=engagement.programme, host=cast.nele)
    cast.nele.ended_on = clock.today()
    cast.nele.save()
    services.prepare_first_days(actor=coordinator)
    assert FirstDay.objects.get().host is None
    first_day = FirstDay.objects.get()
    with pytest.raises(DomainError):
        services.plan_first_day(
            actor=coordinator, first_day_id=first_day.pk, plan=plan(host_id=cast.nele.pk)
        )


def test_a_host_named_later_awaits_those_who_had_nobody(cast: Cast, coordinator: Actor) -> None:
    engagement = engaged(cast)
    services.prepare_first_days(actor=coordinator)
    terms = WelcomeTerms(cast.nele.pk, "", (), (2,), (0,), 3, 4)
    services.change_welcome(actor=coordinator, programme_id=engagement.programme_id, terms=terms)
    assert FirstDay.objects.get().host_id == cast.nele.pk


def test_nobody_says_of_themselves_that_they_were_received(
    cast: Cast, volunteer: Actor, professional: Actor
) -> None:
    own = FirstDayFactory(organisation=cast.here, engagement=engaged(cast), day=clock.today())
    with pytest.raises(NotAllowed):
        services.confirm_received(actor=volunteer, first_day_id=own.pk, done=())
    with pytest.raises(FirstDay.DoesNotExist):
        services.confirm_received(actor=professional, first_day_id=own.pk, done=())


def test_only_coordinators_name_hosts(cast: Cast, volunteer: Actor, professional: Actor) -> None:
    programme = ProgrammeFactory(organisation=cast.here)
    for actor in (volunteer, professional):
        with pytest.raises(NotAllowed):
            services.change_welcome(actor=actor, programme_id=programme.pk, terms=TERMS)
        with pytest.raises(NotAllowed):
            services.prepare_first_days(actor=actor)


def test_a_day_to_come_is_not_confirmed_and_a_day_before_the_start_is_none(
    cast: Cast, coordinator: Actor
) -> None:
    first_day = FirstDayFactory(organisation=cast.here)
    with pytest.raises(DayRefused):
        services.confirm_received(actor=coordinator, first_day_id=first_day.pk, done=())
    with pytest.raises(DayRefused):
        services.plan_first_day(
            actor=coordinator,
            first_day_id=first_day.pk,
            plan=plan(day=clock.today() - timedelta(days=1)),
        )


def test_who_was_received_is_not_planned_again(cast: Cast, coordinator: Actor) -> None:
    first_day = FirstDayFactory(organisation=cast.here, received_on=clock.today())
    with pytest.raises(StateConflict):
        services.plan_first_day(actor=coordinator, first_day_id=first_day.pk, plan=plan())


def test_the_desk_asks_for_a_host_and_for_a_confirmation(cast: Cast, coordinator: Actor) -> None:
    FirstDayFactory(organisation=cast.here)
    FirstDayFactory(organisation=cast.here, host=cast.nele, day=clock.today() - timedelta(days=2))
    FirstDayFactory(organisation=cast.here, host=cast.nele, day=clock.today())
    kinds = [item.kind for item in attention.items(coordinator, now=clock.now())]
    assert kinds == ["belonging.no-host", "belonging.not-received"]


def test_a_volunteer_may_be_host_and_sees_only_whom_they_welcome(cast: Cast) -> None:
    host = member(cast.here, Function.VOLUNTEER, name="Gast Vrouw")
    mine = FirstDayFactory(organisation=cast.here, host=host)
    FirstDayFactory(organisation=cast.here, host=cast.nele)
    assert list(policies.visible_to(actor_of(host))) == [mine]
    assert list(policies.hosted_by(actor_of(host))) == [mine]


def test_a_host_ticks_on_a_phone_and_confirms(cast: Cast) -> None:
    first_day = FirstDayFactory(organisation=cast.here, host=cast.nele, day=clock.today())
    url = cast.url(f"mine/welcome/hosting/{first_day.pk}/")
    client = cast.client("nele")
    assert client.post(url, {"done": ["0"]}).status_code == 303
    assert client.post(url, {"done": ["0", "7"], "received": "yes"}).status_code == 422
    assert client.post(url, {"done": ["0", "1"], "received": "yes"}).status_code == 303
    first_day.refresh_from_db()
    assert first_day.received_by_id == cast.nele.pk
    assert first_day.lines[1]["done"]


def test_lines_that_nobody_changed_stay_those_of_everybody_s_language(cast: Cast) -> None:
    programme = ProgrammeFactory(organisation=cast.here)
    client, url = cast.client("amal"), cast.url(f"alongside/welcome/programmes/{programme.pk}/")
    form = client.get(url).context["form"]
    data = {name: form[name].value() or "" for name in form.fields}
    assert client.post(url, data).status_code == 303
    welcome = Welcome.objects.get(programme=programme)
    assert (welcome.lines, welcome.check_weeks) == ([], [2, 6, 12])
    assert client.post(url, data | {"lines": "Samen eten\n\n Sleutel "}).status_code == 303
    welcome.refresh_from_db()
    assert welcome.lines == ["Samen eten", "Sleutel"]
    assert client.post(url, data | {"check_weeks": "twee"}).status_code == 422


def test_a_host_who_leaves_later_is_asked_for_anew(cast: Cast, coordinator: Actor) -> None:
    FirstDayFactory(organisation=cast.here, host=cast.nele)
    assert attention.items(coordinator, now=clock.now()) == []
    cast.nele.ended_on = clock.today()
    cast.nele.save()
    kinds = [item.kind for item in attention.items(coordinator, now=clock.now())]
    assert kinds == ["belonging.no-host"]


def test_nobody_awaits_themselves(cast: Cast, coordinator: Actor) -> None:
    engagement = engaged(cast)
    terms = WelcomeTerms(cast.bea.pk, "", (), (2,), (0,), 3, 4)
    services.change_welcome(actor=coordinator, programme_id=engagement.programme_id, terms=terms)
    services.prepare_first_days(actor=coordinator)
    first_day = FirstDay.objects.get()
    assert first_day.host is None
    services.change_welcome(actor=coordinator, programme_id=engagement.programme_id, terms=terms)
    assert FirstDay.objects.get().host is None
    with pytest.raises(DomainError):
        services.plan_first_day(
            actor=coordinator, first_day_id=first_day.pk, plan=plan(host_id=cast.bea.pk)
        )


def test_hosts_to_choose_are_staff_and_volunteers_of_the_programme(
    cast: Cast, coordinator: Actor
) -> None:
    engagement = engaged(cast)
    elsewhere = member(cast.here, Function.VOLUNTEER, name="Ver Weg")
    hosts = queries.possible_hosts(coordinator, engagement.programme)
    assert {cast.nele, cast.amal, cast.bea} <= set(hosts)
    assert not {elsewhere, cast.piet} & set(hosts)
    now = queries.possible_hosts(coordinator, engagement.programme, now=elsewhere.pk)
    assert elsewhere in now


def test_a_coordinator_is_not_asked_to_confirm_their_own_first_day(cast: Cast) -> None:
    cast.bea.roles.create(function="coordinator")
    FirstDayFactory(
        organisation=cast.here,
        engagement=engaged(cast),
        host=cast.nele,
        day=clock.today() - timedelta(days=2),
    )
    assert attention.items(actor_of(cast.bea), now=clock.now()) == []
