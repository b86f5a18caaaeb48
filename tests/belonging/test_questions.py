"""Welcome checks, a fresh look, and «extend, change or stop?» (S1-218, S1-93, S1-73)."""

from datetime import timedelta

import pytest

from naast.audit.models import Event
from naast.belonging import attention, home
from naast.belonging.errors import AlreadyAnswered, DayRefused
from naast.belonging.inputs import Answered, Settled
from naast.belonging.models import Question, Wish
from naast.belonging.policies import questions as policies
from naast.belonging.queries import questions as queries
from naast.belonging.services import answering as services
from naast.core import clock
from naast.core.errors import DomainError, NotAllowed, StateConflict
from naast.messaging.models import Message
from naast.organisations.actors import Actor
from naast.people.models import VolunteerProfile
from naast.programmes.models import Engagement
from tests.conftest import Cast
from tests.factories import actor_of
from tests.welcoming import (
    FirstDayFactory,
    QuestionFactory,
    WishFactory,
    engaged,
    person_of,
)

TAPS = {"expected": "yes", "meaning": "a_bit", "at_home": "yes", "whom_to_call": "unsure"}
NOT_AT_HOME = TAPS | {"at_home": "not_yet"}


def asked(cast: Cast, kind: str = "check", **fields: object) -> Question:
    """Bea was asked this today."""
    engagement = fields.pop("engagement", None) or engaged(cast)
    return QuestionFactory(organisation=cast.here, engagement=engagement, kind=kind, **fields)


def say(actor: Actor, question: Question, given: Answered) -> Question:
    return services.answer(actor=actor, question_id=question.pk, given=given)


@pytest.mark.covers("S1-218")
def test_four_taps_and_not_at_home_yet_promises_a_call(
    cast: Cast, coordinator: Actor, volunteer: Actor
) -> None:
    given = Answered(taps=NOT_AT_HOME, words="Waar de koffie staat.", shares_with_host=True)
    check = say(volunteer, asked(cast, week=2), given)
    assert check.call_by is not None
    assert check.call_by > clock.today()
    (item,) = attention.items(coordinator, now=clock.now())
    assert (item.kind, item.subject_id) == ("belonging.call", check.pk)

    called = services.note_called(
        actor=coordinator, question_id=check.pk, reply="Volgende week een rondleiding."
    )
    assert called.called_on == clock.today()
    assert attention.items(coordinator, now=clock.now()) == []
    with pytest.raises(StateConflict):
        services.note_called(actor=coordinator, question_id=check.pk, reply="Nog eens.")


def test_who_feels_at_home_is_not_called(cast: Cast, volunteer: Actor) -> None:
    assert say(volunteer, asked(cast), Answered(taps=TAPS)).call_by is None


def test_the_host_reads_a_check_only_when_the_volunteer_says_so(
    cast: Cast, volunteer: Actor, professional: Actor
) -> None:
    engagement = engaged(cast)
    FirstDayFactory(organisation=cast.here, engagement=engagement, host=cast.nele)
    kept = asked(cast, engagement=engagement, week=2)
    shared = asked(cast, engagement=engagement, week=6)
    say(volunteer, kept, Answered(taps=TAPS))
    say(volunteer, shared, Answered(taps=TAPS, shares_with_host=True))
    assert queries.shared_with_host(professional) == [shared]
    assert list(policies.visible_to(professional)) == []


def test_what_was_said_by_phone_is_written_down_by_a_coordinator(
    cast: Cast, coordinator: Actor
) -> None:
    check = say(coordinator, asked(cast), Answered(taps=TAPS, how="phone"))
    assert (check.how, check.written_by_id) == ("phone", cast.amal.pk)


def test_an_answer_needs_its_taps_its_words_or_its_choice(cast: Cast, volunteer: Actor) -> None:
    engagement = engaged(cast)
    for kind, given in (
        ("check", Answered(taps={"at_home": "yes"})),
        ("look", Answered(words=" ")),
        ("going_on", Answered(choice="perhaps")),
    ):
        with pytest.raises(DomainError):
            say(volunteer, asked(cast, kind, engagement=engagement), given)


def test_a_question_is_answered_once_and_by_nobody_else(
    cast: Cast, volunteer: Actor, professional: Actor, stranger: Actor
) -> None:
    check = asked(cast)
    for actor in (professional, stranger):
        with pytest.raises(Question.DoesNotExist):
            say(actor, check, Answered(taps=TAPS))
    say(volunteer, check, Answered(taps=TAPS))
    with pytest.raises(AlreadyAnswered):
        say(volunteer, check, Answered(taps=TAPS))


@pytest.mark.covers("S1-93")
def test_what_strikes_somebody_gets_an_answer_that_comes_back_and_stands_on_a_list_without_a_name(
    cast: Cast, coordinator: Actor, volunteer: Actor
) -> None:
    given = Answered(words="De inkom is zo donker.", shares_unnamed=True)
    look = say(volunteer, asked(cast, "look"), given)
    assert [item.kind for item in attention.items(coordinator, now=clock.now())] == [
        "belonging.look"
    ]
    assert queries.shared_unnamed(volunteer) == []
    settled = Settled("done", "Er hangt nu een lamp.")
    services.settle(actor=coordinator, question_id=look.pk, settled=settled)
    assert Message.objects.filter(user=cast.bea.user, kind="belonging.reply").count() == 1
    client = cast.client("bea")
    assert (
        "Er hangt nu een lamp."
        in client.get(cast.url(f"mine/welcome/questions/{look.pk}/")).content.decode()
    )
    listed = client.get(cast.url("mine/welcome/looks/")).content.decode()
    assert "De inkom is zo donker." in listed
    assert "Bea" not in listed.split("<main")[1]


def test_what_somebody_wants_to_keep_stands_on_no_list(
    cast: Cast, coordinator: Actor, volunteer: Actor
) -> None:
    look = say(volunteer, asked(cast, "look"), Answered(words="Weinig tijd."))
    services.settle(actor=coordinator, question_id=look.pk, settled=Settled("kept", "Dank je."))
    assert queries.shared_unnamed(coordinator) == []


@pytest.mark.covers("S1-73")
def test_extend_sets_a_new_end_once_the_coordinator_agrees(
    cast: Cast, coordinator: Actor, volunteer: Actor
) -> None:
    end = clock.today() + timedelta(days=20)
    question = asked(cast, "going_on", engagement=engaged(cast, until_on=end), end_on=end)
    say(volunteer, question, Answered(choice="extend"))
    assert Engagement.objects.get(pk=question.engagement_id).until_on == end
    later = end + timedelta(days=180)
    for refused in (None, end):
        with pytest.raises(DayRefused):
            services.settle(
                actor=coordinator,
                question_id=question.pk,
                settled=Settled("extended", "Fijn.", refused),
            )
    services.settle(
        actor=coordinator, question_id=question.pk, settled=Settled("extended", "Fijn.", later)
    )
    assert Engagement.objects.get(pk=question.engagement_id).until_on == later
    with pytest.raises(StateConflict):
        services.settle(
            actor=coordinator, question_id=question.pk, settled=Settled("stopped", "Dag.")
        )


def test_change_opens_a_wish_in_their_own_words(cast: Cast, volunteer: Actor) -> None:
    question = asked(cast, "going_on")
    say(volunteer, question, Answered(choice="change", words="Liever overdag."))
    wish = Wish.objects.get()
    assert (wish.words, wish.person_id, wish.written_by_id) == (
        "Liever overdag.",
        volunteer.person_id,
        None,
    )


def test_stop_says_nothing_more_and_leads_to_a_talk(
    cast: Cast, coordinator: Actor, volunteer: Actor
) -> None:
    question = asked(cast, "going_on")
    say(volunteer, question, Answered(choice="stop"))
    assert Engagement.objects.get(pk=question.engagement_id).ended_on is None
    (item,) = attention.items(coordinator, now=clock.now())
    assert item.kind == "belonging.going-on"
    services.settle(
        actor=coordinator,
        question_id=question.pk,
        settled=Settled("stopped", "We drinken er een op."),
    )
    page = cast.client("amal").get(cast.url(f"alongside/welcome/answers/{question.pk}/"))
    assert f"/programmes/taking-part/{question.engagement_id}/" in page.content.decode()


def test_where_there_was_no_end_it_simply_goes_on(
    cast: Cast, coordinator: Actor, volunteer: Actor
) -> None:
    question = asked(cast, "going_on")
    say(volunteer, question, Answered(choice="extend"))
    services.settle(
        actor=coordinator, question_id=question.pk, settled=Settled("extended", "Heel graag.")
    )
    assert Engagement.objects.get(pk=question.engagement_id).until_on is None


def test_the_house_answers_after_the_volunteer_with_what_belongs_to_the_question(
    cast: Cast, coordinator: Actor, volunteer: Actor
) -> None:
    look = asked(cast, "look")
    with pytest.raises(StateConflict):
        services.settle(actor=coordinator, question_id=look.pk, settled=Settled("done", "Ja."))
    say(volunteer, look, Answered(words="Veel groen."))
    with pytest.raises(DomainError):
        services.settle(actor=coordinator, question_id=look.pk, settled=Settled("stopped", "Ja."))
    with pytest.raises(NotAllowed):
        services.settle(actor=volunteer, question_id=look.pk, settled=Settled("done", "Ja."))


def test_a_coordinator_who_volunteers_too_answers_nobody_s_own_question(cast: Cast) -> None:
    cast.bea.roles.create(function="coordinator")
    both = actor_of(cast.bea)
    look = say(both, asked(cast, "look"), Answered(words="Veel groen."))
    with pytest.raises(NotAllowed):
        services.settle(actor=both, question_id=look.pk, settled=Settled("done", "Ja."))


def test_an_end_that_is_near_without_an_answer_is_asked_by_phone(
    cast: Cast, coordinator: Actor
) -> None:
    end = clock.today() + timedelta(days=5)
    asked(cast, "going_on", engagement=engaged(cast, until_on=end), end_on=end)
    assert [item.kind for item in attention.items(coordinator, now=clock.now())] == [
        "belonging.end"
    ]


def test_the_three_buttons_lead_to_one_short_form(cast: Cast) -> None:
    question = asked(cast, "going_on")
    client, url = cast.client("bea"), cast.url(f"mine/welcome/questions/{question.pk}/")
    first = client.get(url)
    assert [value for value, _label, _icon in first.context["choices"]] == [
        "extend",
        "change",
        "stop",
    ]
    assert client.get(f"{url}?choice=change").context["chosen"] == "change"
    assert client.post(url, {"choice": "elsewhere"}).status_code == 422
    assert client.post(url, {"choice": "change", "words": "Rustiger."}).status_code == 303


def test_a_check_is_sent_with_four_taps_on_a_phone(cast: Cast) -> None:
    check = asked(cast)
    client, url = cast.client("bea"), cast.url(f"mine/welcome/questions/{check.pk}/")
    assert client.post(url, {"at_home": "yes"}).status_code == 422
    assert client.post(url, TAPS).status_code == 303
    check.refresh_from_db()
    assert (check.taps, check.how) == (TAPS, "screen")


def test_a_coordinator_prints_and_writes_down_an_answer(cast: Cast) -> None:
    check = asked(cast)
    client, url = cast.client("amal"), cast.url(f"alongside/welcome/answers/{check.pk}/")
    assert client.get(f"{url}print/").status_code == 200
    assert client.post(f"{url}write/", TAPS).status_code == 422
    assert client.post(f"{url}write/", TAPS | {"how": "paper"}).status_code == 303
    assert client.get(f"{url}write/").status_code == 303


def test_what_a_coordinator_answers_themselves_waits_for_a_colleague(
    cast: Cast, coordinator: Actor
) -> None:
    cast.bea.roles.create(function="coordinator")
    both = actor_of(cast.bea)
    say(both, asked(cast), Answered(taps=NOT_AT_HOME))
    assert attention.items(both, now=clock.now()) == []
    assert [item.kind for item in attention.items(coordinator, now=clock.now())] == [
        "belonging.call"
    ]


def test_a_host_reads_the_taps_that_were_shared_and_that_leaves_a_trace(
    cast: Cast, volunteer: Actor
) -> None:
    engagement = engaged(cast)
    FirstDayFactory(organisation=cast.here, engagement=engagement, host=cast.nele)
    check = asked(cast, engagement=engagement)
    say(volunteer, check, Answered(taps=TAPS, shares_with_host=True))
    page = cast.client("nele").get(cast.url("mine/welcome/hosting/"))
    ((shown, said),) = page.context["shared"]
    assert (shown.pk, len(said)) == (check.pk, 4)
    assert Event.objects.filter(kind="question.read", target_id=check.pk, is_view=True).exists()


def test_something_that_changes_has_a_new_end_too(cast: Cast, coordinator: Actor) -> None:
    end = clock.today() + timedelta(days=20)
    engagement = engaged(cast, until_on=end)
    question = asked(cast, "going_on", engagement=engagement, end_on=end, answered_on=clock.today())
    with pytest.raises(DayRefused):
        services.settle(
            actor=coordinator, question_id=question.pk, settled=Settled("changed", "Elke maand.")
        )
    services.settle(
        actor=coordinator,
        question_id=question.pk,
        settled=Settled("changed", "Elke maand.", end + timedelta(days=90)),
    )
    engagement.refresh_from_db()
    assert engagement.until_on == end + timedelta(days=90)


def test_nobody_is_asked_to_ring_or_answer_somebody_who_said_goodbye(
    cast: Cast, coordinator: Actor
) -> None:
    engagement = engaged(cast)
    said = {"engagement": engagement, "answered_on": clock.today()}
    asked(cast, "check", call_by=clock.today(), **said)
    asked(cast, "look", **said)
    asked(cast, "going_on", choice="stop", **said)
    WishFactory(organisation=cast.here, person=person_of(cast, "bea"))
    assert len(attention.items(coordinator, now=clock.now())) == 4

    VolunteerProfile.objects.filter(person_id=cast.person_id("bea")).update(status="former")
    engagement.ended_on = clock.today()
    engagement.save()
    assert attention.items(coordinator, now=clock.now()) == []


def test_an_end_that_passed_does_not_keep_the_next_question_from_the_home(
    cast: Cast, volunteer: Actor
) -> None:
    engagement = engaged(cast)
    asked(cast, "going_on", engagement=engagement, end_on=clock.today() - timedelta(days=30))
    newer = asked(cast, "look", engagement=engagement)
    asks = home.asks(volunteer, "volunteer", now=clock.now())
    assert [ask.url for ask in asks] == [volunteer.url("belonging:question", question_id=newer.pk)]
