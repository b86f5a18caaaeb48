"""An experienced volunteer beside somebody new (S1-196, S1-76)."""

from datetime import timedelta
from typing import Any

import pytest

from naast.belonging import attention
from naast.belonging.errors import DayRefused, HasMentor
from naast.belonging.inputs import MentorAsk
from naast.belonging.models import Mentoring, MentorMoment, MentorReady, Welcome
from naast.belonging.services import mentoring as services
from naast.belonging.states import MentoringState
from naast.core import clock
from naast.core.errors import DomainError, NotAllowed, StateConflict
from naast.messaging.models import Message
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.people.models import Person
from tests.conftest import Cast
from tests.factories import EngagementFactory, VolunteerFactory, actor_of, member
from tests.welcoming import MentoringFactory, MomentFactory, engaged, person_of


@pytest.fixture
def mentor(cast: Cast) -> Actor:
    """Marie, who has volunteered here for years."""
    membership = member(cast.here, Function.VOLUNTEER, name="Marie Mentor")
    VolunteerFactory(
        organisation=cast.here, person_id=membership.person_id, person=None, sort_name="m"
    )
    return actor_of(membership)


def ask(cast: Cast, coordinator: Actor, mentor: Actor, **fields: object) -> Mentoring:
    engagement = fields.pop("engagement", None) or engaged(cast)
    assert mentor.person_id is not None
    asked = MentorAsk(engagement.pk, mentor.person_id, clock.today(), cast.nele.pk)  # type: ignore[attr-defined]  # an engagement
    return services.ask_mentor(actor=coordinator, ask=asked)


def yes(actor: Actor, mentoring: Mentoring, *, phone: bool = False) -> Mentoring:
    return services.answer(actor=actor, mentoring_id=mentoring.pk, word="yes", shares_phone=phone)


@pytest.mark.covers("S1-196")
def test_two_yeses_begin_with_three_fixed_moments(
    cast: Cast, coordinator: Actor, volunteer: Actor, mentor: Actor
) -> None:
    asked = ask(cast, coordinator, mentor)
    assert Message.objects.filter(kind="mentoring").count() == 2
    assert yes(mentor, asked, phone=True).state == MentoringState.ASKED
    running = yes(volunteer, asked)
    assert running.state == MentoringState.RUNNING
    days = [moment.due_on - clock.today() for moment in running.moments.all()]
    assert days == [timedelta(weeks=week) for week in (0, 4, 12)]
    assert running.until_on > clock.today() + timedelta(weeks=12)
    assert running.mentor_shares_phone
    assert not running.newcomer_shares_phone


def test_the_moments_are_those_of_the_programme(
    cast: Cast, coordinator: Actor, volunteer: Actor, mentor: Actor
) -> None:
    engagement = engaged(cast)
    Welcome.objects.create(
        organisation=cast.here, programme=engagement.programme, mentor_weeks=[1, 3]
    )
    asked = ask(cast, coordinator, mentor, engagement=engagement)
    yes(mentor, asked)
    yes(volunteer, asked)
    assert list(asked.moments.values_list("week", flat=True)) == [1, 3]


def test_a_no_needs_no_reason_and_the_other_is_not_told(
    cast: Cast, coordinator: Actor, volunteer: Actor, mentor: Actor
) -> None:
    asked = ask(cast, coordinator, mentor)
    told = Message.objects.count()
    services.answer(actor=mentor, mentoring_id=asked.pk, word="no", shares_phone=True)
    asked.refresh_from_db()
    assert asked.state == MentoringState.NOT_STARTED
    assert not asked.mentor_shares_phone
    assert Message.objects.count() == told
    with pytest.raises(Mentoring.DoesNotExist):
        yes(volunteer, asked)
    assert [item.kind for item in attention.items(coordinator, now=clock.now())] == [
        "belonging.mentor"
    ]
    services.see_not_started(actor=coordinator, mentoring_id=asked.pk)
    assert attention.items(coordinator, now=clock.now()) == []


@pytest.mark.covers("S1-76")
def test_a_mentor_did_what_we_ask_in_a_word_and_somebody_stands_behind(
    cast: Cast, coordinator: Actor, mentor: Actor
) -> None:
    assert mentor.person_id is not None
    services.set_ready(actor=coordinator, person_id=mentor.person_id, word="busy")
    services.set_ready(actor=coordinator, person_id=mentor.person_id, word="done")
    assert MentorReady.objects.get().word == "done"
    mentoring = ask(cast, coordinator, mentor)
    assert mentoring.backup_id == cast.nele.pk
    page = cast.client("amal").get(cast.url(f"alongside/welcome/mentors/{mentoring.pk}/"))
    assert page.context["ready"].word == "done"
    assert page.context["mentoring"].backup.user.name == "Nele Beroeps"


def test_nobody_has_two_mentors_at_once(cast: Cast, coordinator: Actor, mentor: Actor) -> None:
    engagement = engaged(cast)
    ask(cast, coordinator, mentor, engagement=engagement)
    with pytest.raises(HasMentor):
        ask(cast, coordinator, mentor, engagement=engagement)


def test_only_an_active_volunteer_of_the_house_and_never_oneself_is_asked(
    cast: Cast, coordinator: Actor, volunteer: Actor
) -> None:
    engagement = engaged(cast)
    paused = VolunteerFactory(organisation=cast.here, status="paused").person
    for person_id in (volunteer.person_id, paused.pk):
        assert person_id is not None
        with pytest.raises(NotAllowed):
            services.ask_mentor(
                actor=coordinator, ask=MentorAsk(engagement.pk, person_id, clock.today())
            )
    stranger = VolunteerFactory(organisation=cast.elsewhere).person
    with pytest.raises(Person.DoesNotExist):
        services.ask_mentor(
            actor=coordinator, ask=MentorAsk(engagement.pk, stranger.pk, clock.today())
        )


def test_only_coordinators_ask_and_end(cast: Cast, volunteer: Actor, mentor: Actor) -> None:
    mentoring = MentoringFactory(organisation=cast.here, mentor=person_of(cast, "bea"))
    with pytest.raises(NotAllowed):
        ask(cast, volunteer, mentor)
    with pytest.raises(NotAllowed):
        services.end_mentoring(actor=volunteer, mentoring_id=mentoring.pk)
    with pytest.raises(NotAllowed):
        services.set_ready(actor=volunteer, person_id=cast.person_id("bea"), word="done")


def test_who_was_not_asked_answers_nothing(cast: Cast, coordinator: Actor, mentor: Actor) -> None:
    other = MentoringFactory(organisation=cast.here)
    with pytest.raises(Mentoring.DoesNotExist):
        yes(mentor, other)
    with pytest.raises(NotAllowed):
        yes(coordinator, other)


def test_the_mentor_notes_that_they_spoke_and_the_newcomer_does_not(
    cast: Cast, volunteer: Actor
) -> None:
    mentoring = MentoringFactory(
        organisation=cast.here, mentor=person_of(cast, "bea"), state="running"
    )
    moment = MomentFactory(mentoring=mentoring)
    with pytest.raises(DayRefused):
        services.note_moment(
            actor=volunteer, moment_id=moment.pk, spoke_on=clock.today() + timedelta(days=1)
        )
    done = services.note_moment(
        actor=volunteer, moment_id=moment.pk, spoke_on=clock.today(), line="Loopt goed."
    )
    assert (done.spoke_on, MentorMoment.objects.get().line) == (clock.today(), "Loopt goed.")
    as_new = MomentFactory(
        mentoring__organisation=cast.here,
        mentoring__engagement=engaged(cast),
        mentoring__newcomer=person_of(cast, "bea"),
    )
    with pytest.raises(NotAllowed):
        services.note_moment(actor=volunteer, moment_id=as_new.pk, spoke_on=clock.today())


def test_it_can_end_early_with_thanks_and_once(
    cast: Cast, coordinator: Actor, volunteer: Actor
) -> None:
    mentoring = MentoringFactory(
        organisation=cast.here, mentor=person_of(cast, "bea"), state="running"
    )
    services.end_mentoring(actor=coordinator, mentoring_id=mentoring.pk)
    assert Message.objects.filter(kind="mentoring", user=cast.bea.user).count() == 1
    with pytest.raises(StateConflict):
        services.end_mentoring(actor=coordinator, mentoring_id=mentoring.pk)


def test_a_phone_number_shows_only_with_the_yes_of_its_owner(cast: Cast) -> None:
    mentoring = MentoringFactory(
        organisation=cast.here, mentor=person_of(cast, "bea"), state="running"
    )
    Person.objects.filter(pk=mentoring.newcomer_id).update(phone="+32470000001")
    url = cast.url(f"mine/welcome/mentoring/{mentoring.pk}/")
    assert "+32470000001" not in cast.client("bea").get(url).content.decode()
    Mentoring.objects.filter(pk=mentoring.pk).update(newcomer_shares_phone=True)
    assert "+32470000001" in cast.client("bea").get(url).content.decode()


def test_the_form_offers_active_colleagues_of_the_same_programme(cast: Cast) -> None:
    engagement = engaged(cast)
    beside = EngagementFactory(
        organisation=cast.here,
        programme=engagement.programme,
        person=VolunteerFactory(organisation=cast.here).person,
    )
    VolunteerFactory(organisation=cast.here)
    url = cast.url(f"alongside/welcome/mentors/for/{engagement.pk}/")
    client = cast.client("amal")
    offered = client.get(url).context["form"].fields["mentor"].queryset
    assert list(offered) == [beside.person]
    data = {"mentor": str(beside.person_id), "from_on": clock.today().isoformat(), "backup": ""}
    assert client.post(url, data).status_code == 303
    assert client.post(url, data).status_code == 422


def test_a_start_in_the_past_or_far_away_is_a_mistake(
    cast: Cast, coordinator: Actor, mentor: Actor
) -> None:
    assert mentor.person_id is not None
    engagement = engaged(cast)
    for days in (-1, 400):
        day = clock.today() + timedelta(days=days)
        with pytest.raises(DayRefused):
            services.ask_mentor(
                actor=coordinator, ask=MentorAsk(engagement.pk, mentor.person_id, day)
            )


def test_who_stopped_in_the_programme_is_no_longer_on_the_page_of_the_mentor(cast: Cast) -> None:
    mentoring = MentoringFactory(
        organisation=cast.here, mentor=person_of(cast, "bea"), state="running"
    )
    url = cast.url(f"mine/welcome/mentoring/{mentoring.pk}/")
    assert cast.client("bea").get(url).status_code == 200
    mentoring.engagement.ended_on = clock.today()
    mentoring.engagement.save()
    assert cast.client("bea").get(url).status_code == 404


def test_only_what_did_not_start_is_looked_further_for(cast: Cast, coordinator: Actor) -> None:
    mentoring = MentoringFactory(organisation=cast.here, state="running")
    with pytest.raises(StateConflict):
        services.see_not_started(actor=coordinator, mentoring_id=mentoring.pk)


def test_who_has_no_page_answers_by_phone_and_the_desk_asks_for_it(
    cast: Cast, coordinator: Actor, mentor: Actor
) -> None:
    newcomer = VolunteerFactory(organisation=cast.here, person__user=None).person
    engagement = EngagementFactory(organisation=cast.here, person=newcomer)
    asked = ask(cast, coordinator, mentor, engagement=engagement)
    kinds = [item.kind for item in attention.items(coordinator, now=clock.now())]
    assert kinds.count("belonging.mentor-asked") == 1
    url = cast.url(f"alongside/welcome/mentors/{asked.pk}/")
    said = {"side": "newcomer", "word": "yes", "shares_phone": "on"}

    # The mentor has a page of their own: nobody answers for them.
    assert cast.client("amal").post(url, said | {"side": "mentor"}).status_code == 422
    assert cast.client("amal").post(url, said).status_code == 303

    row = yes(mentor, asked)
    assert (row.state, row.newcomer_shares_phone) == (MentoringState.RUNNING, True)
    assert cast.client("amal").post(url, said).status_code == 422


def test_nobody_answers_for_somebody_with_a_page_nor_from_elsewhere(
    cast: Cast, coordinator: Actor, mentor: Actor
) -> None:
    asked = ask(cast, coordinator, mentor)
    heard: dict[str, Any] = {
        "mentoring_id": asked.pk,
        "side": "newcomer",
        "word": "yes",
        "shares_phone": False,
    }
    with pytest.raises(NotAllowed):
        services.answer_for(actor=coordinator, **heard)
    with pytest.raises(DomainError):
        services.answer_for(actor=coordinator, **(heard | {"side": "state"}))
    with pytest.raises(NotAllowed):
        services.answer_for(actor=mentor, **heard)
    with pytest.raises(Mentoring.DoesNotExist):
        services.answer_for(actor=cast.actor("chris"), **heard)


def test_a_question_about_a_mentor_that_nobody_answers_comes_back_after_a_week(
    cast: Cast, coordinator: Actor, mentor: Actor
) -> None:
    asked = ask(cast, coordinator, mentor)
    assert attention.items(coordinator, now=clock.now()) == []
    Mentoring.objects.filter(pk=asked.pk).update(created_at=clock.now() - timedelta(days=9))
    (item,) = attention.items(coordinator, now=clock.now())
    assert item.kind == "belonging.mentor-asked"
