"""After a heavy visit (S0-55): an offer, never a duty, and nothing of the visit is copied."""

from datetime import timedelta

import pytest

from naast.belonging.home import HEAVY, asks, signs
from naast.belonging.models import Debrief, Mentoring
from naast.belonging.services import debriefing as services
from naast.companionship.models import CallBack, Visit
from naast.core import clock
from naast.core.errors import NotAllowed, StateConflict
from naast.messaging.models import Message
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.people.models import Person
from tests.conftest import Cast
from tests.factories import actor_of, member
from tests.welcoming import MentoringFactory, engaged, heavy_visit, person_of


def offered(actor: Actor) -> list[str]:
    return [ask.url for ask in asks(actor, "volunteer", now=clock.now(), there={HEAVY})]


@pytest.mark.covers("S0-55")
def test_after_a_heavy_visit_a_talk_of_today_becomes_a_promised_call_without_its_words(
    cast: Cast, volunteer: Actor
) -> None:
    visit = heavy_visit(cast)
    assert offered(volunteer) == [cast.url(f"mine/welcome/after-visit/{visit.pk}/")]
    chosen = services.choose(actor=volunteer, visit_id=visit.pk, choice="today")
    call = CallBack.objects.get()
    assert (chosen.call_back_id, call.person_id, call.match_id) == (
        call.pk,
        volunteer.person_id,
        visit.match_id,
    )
    assert call.promised_on > clock.today()
    assert visit.pass_on not in call.text
    assert offered(volunteer) == []
    with pytest.raises(StateConflict):
        services.choose(actor=volunteer, visit_id=visit.pk, choice="tips")


def test_a_light_visit_and_one_of_some_days_ago_offer_nothing(cast: Cast, volunteer: Actor) -> None:
    visit = heavy_visit(cast)
    Visit.objects.filter(pk=visit.pk).update(created_at=clock.now() - timedelta(days=3))
    assert offered(volunteer) == []
    Visit.objects.filter(pk=visit.pk).update(created_at=clock.now(), mood="good")
    assert offered(volunteer) == []


def test_a_no_and_tips_make_no_call(cast: Cast, volunteer: Actor) -> None:
    for choice in ("no", "tips"):
        services.choose(actor=volunteer, visit_id=heavy_visit(cast).pk, choice=choice)
    assert not CallBack.objects.exists()
    assert Debrief.objects.count() == 2


def test_a_peer_is_the_mentor_where_there_is_one_and_a_promised_call_otherwise(
    cast: Cast, volunteer: Actor
) -> None:
    first = services.choose(actor=volunteer, visit_id=heavy_visit(cast).pk, choice="peer")
    assert first.call_back_id is not None
    mentor = member(cast.here, Function.VOLUNTEER, name="Marie Mentor")
    MentoringFactory(
        organisation=cast.here,
        engagement=engaged(cast),
        mentor_id=mentor.person_id,
        mentor=None,
        state="running",
    )
    unreachable = services.choose(actor=volunteer, visit_id=heavy_visit(cast).pk, choice="peer")
    assert unreachable.call_back_id is not None
    Mentoring.objects.update(newcomer_shares_phone=True)
    Person.objects.filter(pk=volunteer.person_id).update(phone="+32470000001")
    second = services.choose(actor=volunteer, visit_id=heavy_visit(cast).pk, choice="peer")
    assert second.call_back_id is None
    assert Message.objects.filter(user=mentor.user, kind="mentoring").count() == 1


def test_nobody_chooses_for_somebody_else(
    cast: Cast, coordinator: Actor, professional: Actor
) -> None:
    visit = heavy_visit(cast)
    for actor in (coordinator, professional, actor_of(member(cast.here, Function.VOLUNTEER))):
        with pytest.raises((Visit.DoesNotExist, NotAllowed)):
            services.choose(actor=actor, visit_id=visit.pk, choice="today")


def test_the_coordinator_sees_what_was_chosen_on_the_page_of_the_match(
    cast: Cast, volunteer: Actor
) -> None:
    visit = heavy_visit(cast)
    services.choose(actor=volunteer, visit_id=visit.pk, choice="tips")
    page = cast.client("amal").get(cast.url(f"matches/{visit.match_id}/"))
    assert str(Debrief.Choice.TIPS.label) in page.content.decode()


def test_each_choice_leads_somewhere(cast: Cast) -> None:
    client = cast.client("bea")
    for choice, leads_to in (
        ("tomorrow", "/call-back/"),
        ("tips", "/mine/welcome/tips/"),
        ("no", "/volunteer/"),
    ):
        visit = heavy_visit(cast)
        url = cast.url(f"mine/welcome/after-visit/{visit.pk}/")
        assert client.get(url).status_code == 200
        answer = client.post(url, {"choice": choice})
        assert answer.status_code == 303
        assert leads_to in answer["Location"] or choice == "tomorrow"
        assert client.get(answer["Location"]).status_code == 200
        again = client.post(url, {"choice": "today"})
        assert (again.status_code, again["Location"]) == (303, answer["Location"])


def test_the_sign_of_the_home_is_there_only_after_a_heavy_visit(
    cast: Cast, volunteer: Actor
) -> None:
    assert not signs(volunteer, "volunteer", now=clock.now())[HEAVY].exists()
    heavy_visit(cast)
    assert signs(volunteer, "volunteer", now=clock.now())[HEAVY].exists()
    assert person_of(cast, "bea").pk == volunteer.person_id
