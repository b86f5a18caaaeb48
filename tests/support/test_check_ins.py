"""Check-ins: words first, three questions, and less joy that asks for a call."""

import pytest

from naast.companionship.models import CallBack
from naast.core.errors import DomainError, NotAllowed
from naast.messaging.models import Message
from naast.organisations.actors import Actor
from naast.people.models import Person
from naast.support.inputs import Answer
from naast.support.models import CheckIn, Plan
from naast.support.services import check_ins as services
from naast.support.services import talks
from tests.conftest import Cast
from tests.factories import actor_of
from tests.support.test_talks import said
from tests.supporting import bea_of, check_in_for, coach_of, plan_for, running, talk_for, today
from tests.welcoming import ContactFactory


@pytest.mark.covers("S1-262", "S2-37")
def test_the_free_words_stand_before_the_three_questions(cast: Cast) -> None:
    page = cast.client("bea").get(cast.url("mine/support/check-in/")).content.decode()
    places = [page.index(f'name="{name}"') for name in ("words", "feels", "goes", "enjoys")]
    assert places == sorted(places)


def test_a_few_words_are_enough_and_nothing_is_not(cast: Cast, volunteer: Actor) -> None:
    assert services.answer(actor=volunteer, given=Answer(words="Goed")).enjoys == ""
    with pytest.raises(DomainError):
        services.answer(actor=volunteer, given=Answer())


def test_an_answer_fills_the_question_that_waits_and_counts_as_contact(
    cast: Cast, volunteer: Actor
) -> None:
    bea = bea_of(cast)
    asked = check_in_for(bea, answered_on=None, how="", enjoys="")
    answered = services.answer(actor=volunteer, given=Answer(enjoys="yes"))
    assert answered.pk == asked.pk
    assert Plan.objects.get(person=bea).spoken_on == today()


def test_less_joy_tells_the_guide_to_call_in_words_without_a_figure(
    cast: Cast, volunteer: Actor
) -> None:
    check_in_for(bea_of(cast), enjoys="yes")
    plan_for(bea_of(cast), guide=cast.nele)
    services.answer(actor=volunteer, given=Answer(enjoys="so_so"))
    assert Message.objects.filter(user=cast.nele.user, kind="support.call").count() == 1
    page = cast.client("amal").get(cast.url(f"alongside/support/{bea_of(cast).pk}/"))
    shown = page.context["shown"]
    assert shown.check_in.asks_a_call


def test_a_call_that_was_written_down_settles_it(cast: Cast, coordinator: Actor) -> None:
    row = check_in_for(bea_of(cast), asks_a_call=True, enjoys="so_so")
    services.write_down(
        actor=coordinator,
        person_id=bea_of(cast).pk,
        given=Answer(words="Samen gelachen", enjoys="no"),
        how="phone",
        answered_on=today(),
    )
    row.refresh_from_db()
    assert not row.asks_a_call
    assert not CheckIn.objects.filter(asks_a_call=True).exists()


def test_a_talk_settles_it_too(cast: Cast, coordinator: Actor) -> None:
    check_in_for(bea_of(cast), asks_a_call=True)
    talks.write_talk(actor=coordinator, talk_id=talk_for(cast).pk, given=said())
    assert not CheckIn.objects.filter(asks_a_call=True).exists()


def test_less_joy_on_paper_asks_for_a_call(cast: Cast, coordinator: Actor) -> None:
    check_in_for(bea_of(cast), enjoys="yes")
    row = services.write_down(
        actor=coordinator,
        person_id=bea_of(cast).pk,
        given=Answer(enjoys="no"),
        how="paper",
        answered_on=today(-1),
    )
    assert row.asks_a_call


def test_who_would_like_to_talk_gets_a_promised_call(cast: Cast, volunteer: Actor) -> None:
    services.answer(actor=volunteer, given=Answer(words="Het wordt veel"), wants_talk=True)
    assert CallBack.objects.get(person=bea_of(cast)).handled_on is None


def test_only_who_guides_them_writes_down_how_it_goes(
    cast: Cast, professional: Actor, stranger: Actor
) -> None:
    running(cast)
    for actor in (professional, stranger):
        with pytest.raises(Person.DoesNotExist):
            services.write_down(
                actor=actor,
                person_id=bea_of(cast).pk,
                given=Answer(words="Goed"),
                how="phone",
                answered_on=today(),
            )


def test_a_coach_writes_down_how_it_goes(cast: Cast) -> None:
    coach = actor_of(coach_of(cast, running(cast)))
    row = services.write_down(
        actor=coach,
        person_id=bea_of(cast).pk,
        given=Answer(words="Goed"),
        how="meet",
        answered_on=today(),
    )
    assert row.written_by_id == coach.membership_id


def test_somebody_who_is_no_volunteer_has_no_check_in(cast: Cast, participant: Actor) -> None:
    with pytest.raises(NotAllowed):
        services.answer(actor=participant, given=Answer(words="Goed"))


def test_a_day_to_come_is_refused(cast: Cast, coordinator: Actor) -> None:
    with pytest.raises(DomainError):
        services.write_down(
            actor=coordinator,
            person_id=bea_of(cast).pk,
            given=Answer(words="Goed"),
            how="phone",
            answered_on=today(1),
        )


@pytest.mark.covers("S2-29")
@pytest.mark.parametrize("kind", ["knowledge", "support", "ear"])
def test_knowledge_support_and_a_listening_ear_come_with_a_promised_day(
    cast: Cast, kind: str
) -> None:
    done = cast.client("bea").post(cast.url("mine/support/ask/"), {"kind": kind, "text": "Geld"})
    asked = CallBack.objects.get(person=bea_of(cast))
    assert (done.status_code, asked.kind) == (303, kind)
    assert asked.promised_on > today()
    assert str(asked.pk) in done.headers["Location"]


def test_an_answer_on_the_phone_is_kept_when_it_was_empty(cast: Cast) -> None:
    url = cast.url("mine/support/check-in/")
    assert cast.client("bea").post(url, {"words": ""}).status_code == 422
    done = cast.client("bea").post(url, {"words": "Piet lachte", "enjoys": "yes"})
    assert done.status_code == 303


def test_a_second_tap_tells_and_asks_once(cast: Cast, volunteer: Actor) -> None:
    for _tap in range(2):
        services.answer(actor=volunteer, given=Answer(words="Het wordt veel"), wants_talk=True)
    assert (CheckIn.objects.count(), CallBack.objects.count()) == (1, 1)


def test_what_was_tapped_is_read_by_the_guide_and_by_oneself(cast: Cast) -> None:
    check_in_for(bea_of(cast), words="", feels="so_so", enjoys="yes")
    row = CheckIn.objects.get()
    for who, url in (("amal", f"alongside/support/{bea_of(cast).pk}/"), ("bea", "mine/support/")):
        page = cast.client(who).get(cast.url(url)).content.decode()
        assert row.get_feels_display() in page


def test_a_day_of_years_ago_is_a_mistake_in_the_year(cast: Cast, coordinator: Actor) -> None:
    with pytest.raises(DomainError):
        services.write_down(
            actor=coordinator,
            person_id=bea_of(cast).pk,
            given=Answer(words="Goed"),
            how="phone",
            answered_on=today(-400),
        )


@pytest.mark.parametrize(("how", "weeks"), [("phone", 2), ("paper", 0)])
def test_a_call_counts_for_the_rhythm_somebody_chose_themselves(
    cast: Cast, coordinator: Actor, how: str, weeks: int
) -> None:
    contact = ContactFactory(organisation=cast.here, person=bea_of(cast))
    services.write_down(
        actor=coordinator,
        person_id=bea_of(cast).pk,
        given=Answer(words="Goed"),
        how=how,
        answered_on=today(),
    )
    contact.refresh_from_db()
    assert contact.next_on == today(7 * weeks)


def test_who_asks_for_a_talk_reads_before_when_somebody_calls(cast: Cast, volunteer: Actor) -> None:
    client = cast.client("bea")
    sent = {"words": "Lastig.", "wants_talk": "on"}
    page = client.post(cast.url("mine/support/check-in/"), sent, follow=True)
    told = [str(each) for each in page.context["messages"]]
    assert len(told) == 1
    assert "2" in told[0]
