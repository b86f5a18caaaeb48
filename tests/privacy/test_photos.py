"""A yes to pictures is one for each use; what was shown comes down when it is taken back."""

from datetime import timedelta

import pytest

from naast.core import clock
from naast.core.errors import DomainError, NotAllowed, StateConflict
from naast.messaging.models import Message
from naast.organisations.actors import Actor
from naast.people.models import Person
from naast.privacy import attention_keeping
from naast.privacy.models import PhotoUse, PhotoYes, Published
from naast.privacy.queries import photos as queries
from naast.privacy.services import nightly
from naast.privacy.services import photos as services
from tests.conftest import Cast
from tests.guarding import photo_yes


@pytest.fixture
def bea(cast: Cast) -> Person:
    return Person.objects.get(pk=cast.person_id("bea"))


def _shown(coordinator: Actor, found: PhotoYes) -> Published:
    return services.note_published(
        actor=coordinator, yes_id=found.pk, where="Nieuwsbrief 3", published_on=clock.today()
    )


def test_a_yes_to_one_use_is_no_yes_to_another(cast: Cast, volunteer: Actor, bea: Person) -> None:
    photo_yes(volunteer, bea, PhotoUse.NEWSLETTER)
    photo_yes(volunteer, bea, PhotoUse.TAKE)
    assert set(PhotoYes.objects.values_list("use", flat=True)) == {"newsletter", "take"}
    with pytest.raises(StateConflict):
        photo_yes(volunteer, bea, PhotoUse.TAKE)


def test_two_taps_note_a_picture_once(coordinator: Actor, volunteer: Actor, bea: Person) -> None:
    found = photo_yes(volunteer, bea)
    first = _shown(coordinator, found)
    assert _shown(coordinator, found) == first
    services.taken_down(actor=coordinator, published_id=first.pk)
    assert _shown(coordinator, found) != first


def test_taken_back_it_lists_what_has_to_come_down_and_the_desk_asks_for_it(
    cast: Cast, coordinator: Actor, volunteer: Actor, bea: Person
) -> None:
    found = photo_yes(volunteer, bea)
    shown = _shown(coordinator, found)
    assert not queries.waiting(coordinator).exists()
    services.withdraw(actor=volunteer, yes_id=found.pk)
    services.withdraw(actor=volunteer, yes_id=found.pk)
    assert list(queries.waiting(coordinator)) == [shown]
    now = clock.now()
    [item] = attention_keeping.ITEMS[attention_keeping.PICTURE](coordinator, now)
    assert item.subject_id == shown.pk
    assert Message.objects.filter(kind="photo.take-down", user=cast.amal.user).count() == 1
    assert "Nieuwsbrief" not in Message.objects.get(kind="photo.take-down").body
    services.taken_down(actor=coordinator, published_id=shown.pk)
    assert not queries.waiting(coordinator).exists()


def test_a_yes_that_is_over_allows_nothing_new(
    cast: Cast, coordinator: Actor, volunteer: Actor, bea: Person
) -> None:
    found = photo_yes(volunteer, bea)
    with pytest.raises(DomainError):
        services.note_published(
            actor=coordinator,
            yes_id=found.pk,
            where="Website",
            published_on=clock.today() + timedelta(days=1),
        )
    PhotoYes.objects.update(
        given_on=clock.today() - timedelta(days=9), until_on=clock.today() - timedelta(days=1)
    )
    with pytest.raises(StateConflict):
        _shown(coordinator, found)
    with pytest.raises(DomainError):
        services.say_yes(
            actor=volunteer,
            person_id=bea.pk,
            new=services.NewYes(PhotoUse.PRESS, until_on=clock.today() - timedelta(days=1)),
        )
    # What is over makes room for a new yes.
    assert photo_yes(volunteer, bea).pk != found.pk


def test_nobody_else_says_yes_or_notes_for_somebody(
    cast: Cast, coordinator: Actor, volunteer: Actor, stranger: Actor, bea: Person
) -> None:
    found = photo_yes(volunteer, bea)
    with pytest.raises((NotAllowed, Person.DoesNotExist)):
        photo_yes(cast.actor("piet"), bea, PhotoUse.PRESS)
    with pytest.raises(NotAllowed):
        _shown(volunteer, found)
    with pytest.raises(PhotoYes.DoesNotExist):
        _shown(stranger, found)
    with pytest.raises(PhotoYes.DoesNotExist):
        services.withdraw(actor=cast.actor("piet"), yes_id=found.pk)


def test_the_pages_of_pictures(cast: Cast, bea: Person) -> None:
    own, client = cast.client("bea"), cast.client("amal")
    mine = cast.url("mine/data/pictures/")
    assert own.post(mine, {"use": "nothing"}).status_code == 422
    assert own.post(mine, {"use": "website"}).status_code == 303
    found = PhotoYes.objects.get()
    page = cast.url(f"privacy/photos/{found.pk}/")
    day = clock.today().isoformat()
    assert client.post(page, {"where": "", "published_on": day}).status_code == 422
    assert client.post(page, {"where": "Pagina 1", "published_on": day}).status_code == 303
    shown = Published.objects.get()
    taking_back = own.get(cast.url(f"mine/data/yeses/photo/{found.pk}/"))
    assert "Pagina 1" in taking_back.content.decode()
    assert client.post(f"{page}withdraw/").status_code == 303
    assert client.get(cast.url("privacy/photos/")).context["to_take_down"] == [shown]
    assert client.post(cast.url(f"privacy/photos/down/{shown.pk}/")).status_code == 303
    new = cast.url(f"privacy/photos/new/{bea.pk}/")
    assert client.post(new, {"use": "press", "how": "on_paper"}).status_code == 303
    assert client.get(cast.url("privacy/photos/?use=press")).context["page"].rows


def test_a_yes_with_a_last_day_ends_by_itself_and_what_was_shown_comes_down(
    cast: Cast, coordinator: Actor, volunteer: Actor, bea: Person
) -> None:
    found = photo_yes(volunteer, bea)
    shown = _shown(coordinator, found)
    today = clock.today()
    PhotoYes.objects.update(given_on=today - timedelta(days=9), until_on=today)
    assert services.end_what_is_over(cast.here.pk, today) == 0
    PhotoYes.objects.update(until_on=today - timedelta(days=1))
    nightly.run(clock.now())
    assert list(queries.waiting(coordinator)) == [shown]
    assert services.end_what_is_over(cast.here.pk, today) == 0
    # The person sees that it is to come down, and then that it is done.
    mine = cast.client("bea").get(cast.url("mine/data/yeses/"))
    assert mine.context["asked_down"] == [shown]
    assert "Nieuwsbrief 3" in mine.content.decode()


def test_a_new_yes_after_one_that_is_over_leaves_nothing_hanging(
    coordinator: Actor, volunteer: Actor, bea: Person
) -> None:
    shown = _shown(coordinator, photo_yes(volunteer, bea))
    today = clock.today()
    PhotoYes.objects.update(given_on=today - timedelta(days=9), until_on=today - timedelta(days=1))
    photo_yes(volunteer, bea)
    assert list(queries.waiting(coordinator)) == [shown]
