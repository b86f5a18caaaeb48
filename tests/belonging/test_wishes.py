"""Wishes and needs, a closer rhythm by own choice, and a guide outside (S0-27, S1-2, S1-270)."""

from datetime import timedelta

import pytest

from naast.belonging import attention
from naast.belonging.errors import DayRefused
from naast.belonging.inputs import NewGuide
from naast.belonging.models import CloserContact, OutsideGuide, Shared, Wish
from naast.belonging.policies import wishes as policies
from naast.belonging.queries import people as queries
from naast.belonging.services import wishes as services
from naast.core import clock
from naast.core.errors import NotAllowed, StateConflict
from naast.organisations.actors import Actor
from tests.conftest import Cast
from tests.factories import VolunteerFactory
from tests.welcoming import ContactFactory, GuideFactory, WishFactory, engaged, person_of


def guide(**fields: object) -> NewGuide:
    given = {
        "name": "An Traject",
        "works_at": "Justitiehuis",
        "reach": "000 00 00 00",
        "may_share": "Dat ik kom.",
        "until_on": clock.today() + timedelta(days=90),
    }
    return NewGuide(**(given | fields))  # type: ignore[arg-type]  # names of the dataclass


@pytest.mark.covers("S0-27")
def test_a_wish_stands_on_the_list_until_it_is_answered(
    cast: Cast, coordinator: Actor, volunteer: Actor
) -> None:
    wish = services.write_wish(
        actor=volunteer, person_id=volunteer.person_id, words="Een cursus EHBO."
    )
    assert wish.written_by_id is None
    assert wish.follow_up_on == clock.today() + services.COMES_BACK
    assert list(queries.wishes_unanswered(coordinator)) == [wish]
    assert attention.items(coordinator, now=clock.now()) == []
    assert list(queries.wishes_due(coordinator, wish.follow_up_on)) == [wish]

    services.answer_wish(actor=coordinator, wish_id=wish.pk, answer="In mei is er een.")
    assert list(queries.wishes_unanswered(coordinator)) == []
    page = cast.client("bea").get(cast.url("mine/welcome/wishes/")).content.decode()
    assert "In mei is er een." in page
    with pytest.raises(StateConflict):
        services.answer_wish(actor=coordinator, wish_id=wish.pk, answer="Nog eens.")


def test_a_wish_of_today_is_on_the_desk_and_moves_to_another_day(
    cast: Cast, coordinator: Actor
) -> None:
    wish = WishFactory(organisation=cast.here)
    assert [item.subject_id for item in attention.items(coordinator, now=clock.now())] == [wish.pk]
    with pytest.raises(DayRefused):
        services.come_back_later(actor=coordinator, wish_id=wish.pk, follow_up_on=clock.today())
    later = clock.today() + timedelta(days=10)
    services.come_back_later(actor=coordinator, wish_id=wish.pk, follow_up_on=later)
    assert attention.items(coordinator, now=clock.now()) == []


def test_a_coordinator_writes_a_wish_down_after_a_talk_and_the_volunteer_reads_it(
    cast: Cast, coordinator: Actor, volunteer: Actor
) -> None:
    wish = services.write_wish(
        actor=coordinator,
        person_id=volunteer.person_id,
        words="Meer rust.",
        follow_up_on=clock.today(),
    )
    assert wish.written_by_id == cast.amal.pk
    assert queries.own_wishes(volunteer) == [wish]


def test_nobody_else_reads_or_writes_a_wish(
    cast: Cast, volunteer: Actor, professional: Actor, stranger: Actor
) -> None:
    wish = WishFactory(organisation=cast.here)
    for actor in (volunteer, professional, stranger):
        assert wish not in policies.visible_to(actor)
    with pytest.raises(NotAllowed):
        services.write_wish(actor=volunteer, person_id=wish.person_id, words="Niet van mij.")
    own = WishFactory(organisation=cast.here, person=person_of(cast, "bea"))
    with pytest.raises(NotAllowed):
        services.answer_wish(actor=volunteer, wish_id=own.pk, answer="Goed zo.")


def test_a_refused_day_shows_the_whole_page_of_the_wish_again(cast: Cast) -> None:
    wish = WishFactory(organisation=cast.here)
    url = cast.url(f"alongside/welcome/wishes/{wish.pk}/later/")
    page = cast.client("amal").post(url, {"follow_up_on": clock.today().isoformat()})
    assert page.status_code == 422
    assert page.context["wish"] == wish
    assert Wish.objects.get().follow_up_on == wish.follow_up_on


@pytest.mark.covers("S1-2")
def test_a_closer_rhythm_is_the_person_s_own_choice_and_sets_when_they_hear_from_us(
    cast: Cast, coordinator: Actor, volunteer: Actor
) -> None:
    contact = services.choose_contact(
        actor=volunteer, every_weeks=2, knows_from_inside=True, words="Even bellen helpt."
    )
    assert contact.next_on == clock.today() + timedelta(weeks=2)
    due = list(queries.contacts_due(coordinator, contact.next_on))
    assert due == [contact]
    with pytest.raises(NotAllowed):
        services.choose_contact(actor=coordinator, every_weeks=1, knows_from_inside=True, words="")
    services.undo_contact(actor=volunteer)
    assert not CloserContact.objects.exists()


def test_having_spoken_moves_the_next_time(cast: Cast, coordinator: Actor) -> None:
    contact = ContactFactory(organisation=cast.here)
    assert [item.kind for item in attention.items(coordinator, now=clock.now())] == [
        "belonging.contact"
    ]
    services.note_spoke(actor=coordinator, contact_id=contact.pk)
    assert attention.items(coordinator, now=clock.now()) == []


def test_the_choice_shows_to_nobody_but_the_person_and_coordinators(
    cast: Cast, professional: Actor, volunteer: Actor
) -> None:
    contact = ContactFactory(organisation=cast.here)
    for actor in (professional, volunteer):
        assert contact not in policies.contacts_visible_to(actor)


@pytest.mark.covers("S1-270")
def test_a_guide_outside_is_told_what_the_volunteer_allows_until_they_take_it_back(
    cast: Cast, coordinator: Actor, volunteer: Actor
) -> None:
    named = services.name_guide(actor=volunteer, person_id=volunteer.person_id, guide=guide())
    assert list(policies.guides_visible_to(coordinator)) == [named]
    services.note_shared(actor=coordinator, guide_id=named.pk, what="Bea komt elke week.")
    assert (
        "Bea komt elke week."
        in cast.client("bea").get(cast.url("mine/welcome/guides/")).content.decode()
    )

    services.take_back_guide(actor=volunteer, guide_id=named.pk)
    assert list(policies.guides_visible_to(coordinator)) == []
    with pytest.raises(OutsideGuide.DoesNotExist):
        services.note_shared(actor=coordinator, guide_id=named.pk, what="Nog iets.")
    assert Shared.objects.count() == 1


def test_a_yes_that_is_over_hides_the_guide(cast: Cast, coordinator: Actor) -> None:
    GuideFactory(organisation=cast.here, until_on=clock.today() - timedelta(days=1))
    assert list(policies.guides_visible_to(coordinator)) == []
    with pytest.raises(DayRefused):
        services.name_guide(
            actor=coordinator,
            person_id=VolunteerFactory(organisation=cast.here).person.pk,
            guide=guide(until_on=clock.today()),
        )


def test_only_the_volunteer_names_and_takes_back_their_guide(
    cast: Cast, volunteer: Actor, professional: Actor
) -> None:
    other = GuideFactory(organisation=cast.here)
    with pytest.raises(OutsideGuide.DoesNotExist):
        services.take_back_guide(actor=volunteer, guide_id=other.pk)
    with pytest.raises(NotAllowed):
        services.name_guide(actor=volunteer, person_id=other.person_id, guide=guide())
    with pytest.raises(NotAllowed):
        services.name_guide(actor=professional, person_id=cast.person_id("bea"), guide=guide())


def test_a_volunteer_undoes_their_choice_with_one_button(cast: Cast) -> None:
    ContactFactory(organisation=cast.here, person=person_of(cast, "bea"))
    url = cast.url("mine/welcome/contact/")
    assert cast.client("bea").post(url, {"undo": "yes"}).status_code == 303
    assert not CloserContact.objects.exists()


def test_the_page_of_one_volunteer_costs_the_same_with_more_on_it(
    cast: Cast, django_assert_max_num_queries: object
) -> None:
    engaged(cast)
    bea = person_of(cast, "bea")
    for _number in range(3):
        WishFactory(organisation=cast.here, person=bea)
        GuideFactory(organisation=cast.here, person=bea)
    url = cast.url(f"alongside/welcome/people/{bea.pk}/")
    client = cast.client("amal")
    with django_assert_max_num_queries(18):  # type: ignore[operator]  # a fixture of pytest-django
        assert client.get(url).status_code == 200


def test_a_second_tap_writes_one_wish_and_names_one_guide(cast: Cast, volunteer: Actor) -> None:
    for _tap in range(2):
        services.write_wish(actor=volunteer, person_id=volunteer.person_id, words="Rust.")
        services.name_guide(actor=volunteer, person_id=volunteer.person_id, guide=guide())
    services.write_wish(actor=volunteer, person_id=volunteer.person_id, words="Een sleutel.")

    assert (Wish.objects.count(), OutsideGuide.objects.count()) == (2, 1)
