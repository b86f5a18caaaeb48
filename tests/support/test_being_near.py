"""Short words, visits to the floor, guidance by task, telling the coordinator, confidential notes."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from naast.audit.models import Event
from naast.companionship.models import CallBack
from naast.core.errors import DomainError, NotAllowed, StateConflict
from naast.messaging.models import Message
from naast.organisations.actors import Actor
from naast.people.api import erase_note
from naast.people.models import Note, Person
from naast.support.models import FloorVisit, Guidance, Meeting, Plan, ShortWord, Told
from naast.support.policies import talks as policies
from naast.support.services import being_near as services
from naast.support.services.being_near import GuidanceInput
from tests.conftest import Cast
from tests.factories import VolunteerFactory
from tests.supporting import (
    action_for,
    bea_of,
    guidance_for,
    plan_for,
    running,
    talk_for,
    task_of,
    today,
    volunteers,
)


@pytest.mark.covers("S1-190", "S1-138")
def test_a_short_word_takes_a_theme_and_the_volunteer_reads_it(
    cast: Cast, professional: Actor
) -> None:
    running(cast)
    url = cast.url(f"alongside/support/{bea_of(cast).pk}/word/")
    assert cast.client("nele").post(url, {"theme": "authority"}).status_code == 303
    services.say_shortly(
        actor=professional, person_id=bea_of(cast).pk, theme="well", words="Mooi gewacht"
    )
    page = cast.client("bea").get(cast.url("mine/support/"))
    assert "Mooi gewacht" in page.content.decode()
    assert [word.theme for word in page.context["mine"].words] == ["well", "authority"]


def test_who_does_not_work_with_somebody_says_nothing(cast: Cast, professional: Actor) -> None:
    with pytest.raises(Person.DoesNotExist):
        services.say_shortly(actor=professional, person_id=bea_of(cast).pk, theme="well")


def test_a_visit_to_the_floor_holds_whom_i_met(cast: Cast, coordinator: Actor) -> None:
    people = [bea_of(cast), *volunteers(cast, 1)]
    elsewhere = VolunteerFactory(organisation=cast.elsewhere).person
    visit = services.note_visit(
        actor=coordinator,
        visited_on=today(-1),
        programme=None,
        person_ids=[*(person.pk for person in people), elsewhere.pk],
    )
    assert visit.meetings.count() == 2
    assert Plan.objects.get(person=people[1]).met_on == today(-1)


def test_a_visit_without_anybody_or_tomorrow_is_none(cast: Cast, coordinator: Actor) -> None:
    for day, ids in ((today(), []), (today(1), [bea_of(cast).pk])):
        with pytest.raises(DomainError):
            services.note_visit(actor=coordinator, visited_on=day, programme=None, person_ids=ids)


def test_the_page_of_the_floor_shows_the_names_of_one_programme(cast: Cast) -> None:
    match = running(cast)
    other = volunteers(cast, 1)[0]
    url = cast.url(f"alongside/support/floor/?programme={match.programme_id}")
    names = cast.client("amal").get(url).content.decode()
    assert bea_of(cast).name in names
    assert other.name not in names
    done = cast.client("amal").post(url, {"visited_on": today(), "met": [str(bea_of(cast).pk)]})
    assert done.status_code == 303
    assert Meeting.objects.get(person=bea_of(cast)).visit.programme_id == match.programme_id


@pytest.mark.covers("S3-6")
def test_guidance_is_set_by_task_and_what_was_before_stays(cast: Cast, coordinator: Actor) -> None:
    match = running(cast)
    first = guidance_for(match)
    given = GuidanceInput(task_of(match), "yes", "yes", "let_go")
    services.set_guidance(actor=coordinator, person_id=match.volunteer_id, given=given)
    first.refresh_from_db()
    assert first.until_on == today()
    assert Guidance.objects.filter(until_on=None).get().style == "let_go"


def test_a_task_of_another_programme_is_not_guided(cast: Cast, coordinator: Actor) -> None:
    match = running(cast)
    with pytest.raises(DomainError):
        services.set_guidance(
            actor=coordinator,
            person_id=volunteers(cast, 1)[0].pk,
            given=GuidanceInput(task_of(match), "yes", "yes", "let_go"),
        )


def test_a_professional_does_not_set_how_somebody_is_guided(
    cast: Cast, professional: Actor
) -> None:
    match = running(cast)
    given = GuidanceInput(task_of(match), "yes", "yes", "let_go")
    with pytest.raises(Person.DoesNotExist):
        services.set_guidance(actor=professional, person_id=match.volunteer_id, given=given)


def test_the_form_suggests_a_way_to_guide_when_none_is_chosen(cast: Cast) -> None:
    match = running(cast)
    url = cast.url(f"alongside/support/{match.volunteer_id}/guidance/")
    data = {"task": task_of(match).pk, "can": "not_yet", "dares": "doubts", "style": ""}
    assert cast.client("amal").post(url, data).status_code == 303
    assert Guidance.objects.get().style == "together"


@pytest.mark.parametrize(
    ("wish", "is_talk_point"), [("more", True), ("less", True), ("fine", False)]
)
def test_the_volunteer_says_how_much_room_they_would_like(
    cast: Cast, wish: str, is_talk_point: bool
) -> None:
    guidance = guidance_for(running(cast))
    url = cast.url(f"mine/support/guidance/{guidance.pk}/")
    assert cast.client("bea").post(url, {"wish": wish}).status_code == 303
    guidance.refresh_from_db()
    assert guidance.is_to_talk_about is is_talk_point


def test_only_oneself_wishes_for_room(cast: Cast, coordinator: Actor, volunteer: Actor) -> None:
    guidance = guidance_for(running(cast))
    with pytest.raises(Guidance.DoesNotExist):
        services.wish_room(actor=coordinator, guidance_id=guidance.pk, wish="more")
    Guidance.objects.update(until_on=today())
    with pytest.raises(StateConflict):
        services.wish_room(actor=volunteer, guidance_id=guidance.pk, wish="more")


def test_what_a_colleague_told_is_erased_once_it_is_taken_up(
    cast: Cast, professional: Actor, coordinator: Actor
) -> None:
    running(cast)
    told = services.tell_coordinator(
        actor=professional, person_id=bea_of(cast).pk, words="Bea lijkt moe."
    )
    assert (
        "Bea lijkt moe."
        in cast.client("amal").get(cast.url("alongside/support/told/")).content.decode()
    )
    services.close_told(actor=coordinator, told_id=told.pk)
    told.refresh_from_db()
    assert (told.words, told.handled_on) == ("", today())
    with pytest.raises(StateConflict):
        services.close_told(actor=coordinator, told_id=told.pk)


def test_only_coordinators_read_what_colleagues_told(
    cast: Cast, professional: Actor, volunteer: Actor
) -> None:
    Told.objects.create(organisation=cast.here, person=bea_of(cast), told_by=cast.nele, words="Moe")
    for actor in (professional, volunteer):
        assert not policies.told_visible_to(actor).exists()


def test_a_professional_tells_nothing_of_who_does_not_work_with_them(
    cast: Cast, professional: Actor
) -> None:
    with pytest.raises(Person.DoesNotExist):
        services.tell_coordinator(actor=professional, person_id=bea_of(cast).pk, words="Moe")


@pytest.mark.covers("S1-88", "S1-259")
def test_my_volunteers_shows_with_whom_i_work_and_what_is_open(cast: Cast) -> None:
    running(cast)
    other = volunteers(cast, 1)[0]
    plan_for(bea_of(cast), spoken_on=today(-9), guide=cast.amal, aim_grow="Leren luisteren")
    action_for(talk_for(cast, held_on=today()), what="Iets uit een gesprek")
    shared = talk_for(cast, held_on=today(-5), team_may_read=True)
    page = cast.client("nele").get(cast.url("alongside/support/my-volunteers/"))
    names = page.content.decode()
    assert bea_of(cast).name in names
    assert other.name not in names
    assert str(shared.pk) in names
    # What came out of a talk is not for the team.
    assert "Iets uit een gesprek" not in names
    card = cast.client("amal").get(
        cast.actor("amal").url("people:volunteer", person_id=bea_of(cast).pk)
    )
    assert "Leren luisteren" in card.content.decode()


def test_my_volunteers_costs_the_same_for_one_and_for_three(cast: Cast) -> None:
    client, url = cast.client("amal"), cast.url("alongside/support/my-volunteers/")
    plan_for(bea_of(cast), guide=cast.amal)
    client.get(url)
    with CaptureQueriesContext(connection) as one:
        client.get(url)
    for person in volunteers(cast, 2):
        plan_for(person, guide=cast.amal)
    with CaptureQueriesContext(connection) as three:
        client.get(url)
    assert len(three) == len(one)


@pytest.mark.covers("S1-221")
def test_a_confidential_note_is_for_coordinators_and_can_be_erased(cast: Cast) -> None:
    url = cast.url(f"alongside/support/{bea_of(cast).pk}/notes/")
    assert cast.client("amal").post(url, {"text": "Tussen twee stoelen"}).status_code == 303
    note = Note.objects.get()
    assert (note.audience, note.text) == ("coordinator", "Tussen twee stoelen")
    assert (
        "Tussen twee stoelen"
        not in cast.client("bea").get(cast.url("mine/support/")).content.decode()
    )
    assert cast.client("nele").get(url).status_code == 404
    assert cast.client("amal").post(f"{url}{note.pk}/erase/").status_code == 303
    assert not Note.objects.exists()


def test_a_note_that_others_read_is_not_erased(cast: Cast, coordinator: Actor) -> None:

    note = Note.objects.create(
        organisation=cast.here, person=bea_of(cast), author=cast.amal, audience="team", text="Ja"
    )
    with pytest.raises(NotAllowed):
        erase_note(actor=coordinator, note_id=note.pk)


def test_whoever_may_not_read_a_note_does_not_erase_it(cast: Cast, professional: Actor) -> None:
    note = Note.objects.create(
        organisation=cast.here,
        person=bea_of(cast),
        author=cast.amal,
        audience="coordinator",
        text="Stil",
    )
    with pytest.raises(Note.DoesNotExist):
        erase_note(actor=professional, note_id=note.pk)


def test_a_second_tap_says_tells_and_guides_once(
    cast: Cast, coordinator: Actor, professional: Actor
) -> None:
    match = running(cast)
    bea = bea_of(cast)
    given = GuidanceInput(task_of(match), "yes", "yes", "let_go")
    for _tap in range(2):
        services.say_shortly(actor=professional, person_id=bea.pk, theme="well", words="Mooi")
        services.tell_coordinator(actor=professional, person_id=bea.pk, words="Moe.")
        services.set_guidance(actor=coordinator, person_id=bea.pk, given=given)
    assert (ShortWord.objects.count(), Told.objects.count()) == (1, 1)
    assert Guidance.objects.count() == 1


def test_two_rounds_on_one_day_are_one_visit_in_which_everybody_was_met_once(
    cast: Cast, coordinator: Actor
) -> None:
    first, second = volunteers(cast, 2)
    for ids in ([first.pk], [first.pk, second.pk]):
        services.note_visit(actor=coordinator, visited_on=today(), programme=None, person_ids=ids)
    services.met_today(actor=coordinator, person_id=second.pk)
    assert (FloorVisit.objects.count(), Meeting.objects.count()) == (1, 2)
    with pytest.raises(DomainError):
        services.note_visit(
            actor=coordinator, visited_on=today(-400), programme=None, person_ids=[first.pk]
        )


def test_a_coordinator_hears_nothing_of_what_was_told_about_themselves(
    cast: Cast, professional: Actor
) -> None:
    running(cast)
    cast.bea.roles.create(function="coordinator")
    services.tell_coordinator(actor=professional, person_id=bea_of(cast).pk, words="Moe.")
    assert list(Message.objects.values_list("user", flat=True)) == [cast.amal.user_id]


def test_who_is_named_as_guide_guides_also_as_professional(cast: Cast) -> None:
    running(cast)
    bea, client = bea_of(cast), cast.client("nele")
    url = cast.url(f"alongside/support/{bea.pk}/")
    mine = cast.url("alongside/support/my-volunteers/")
    CallBack.objects.create(organisation=cast.here, person=bea, kind="talk", promised_on=today(2))
    ((line, _is_late),) = client.get(mine).context["lines"]
    assert (line.is_guided, line.is_waiting) == (False, False)
    assert client.get(url).status_code == 404
    plan_for(bea, guide=cast.nele)
    ((line, _is_late),) = client.get(mine).context["lines"]
    assert (line.is_guided, line.is_waiting) == (True, True)
    assert client.get(url).status_code == 200
    assert bea.name in client.get(cast.url("alongside/support/?show=name")).content.decode()


def test_reading_what_colleagues_told_leaves_a_trace(cast: Cast) -> None:
    Told.objects.create(organisation=cast.here, person=bea_of(cast), told_by=cast.nele, words="Moe")
    cast.client("amal").get(cast.url("alongside/support/told/"))
    assert Event.objects.filter(kind="support.told-read", target_id=bea_of(cast).pk).exists()
