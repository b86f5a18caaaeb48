"""The board: with a yes, until a day, and taken back at once; moments together."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from PIL import Image

from naast.appreciation.errors import DayMissing, WordsMissing
from naast.appreciation.models import Gathering, Guest, Picture, Post, PostState
from naast.appreciation.queries import board as queries
from naast.appreciation.services import board, gatherings, nightly
from naast.core import clock
from naast.core.errors import NotAllowed, StateConflict
from naast.core.pictures import NotAPicture, small
from naast.messaging.models import Message
from naast.people.models import Person
from tests.conftest import Cast
from tests.factories import VolunteerFactory
from tests.thanking import GatheringFactory, PostFactory, photo

pytestmark = pytest.mark.django_db


def _bea(cast: Cast) -> Person:
    person = Person.objects.get(pk=cast.person_id("bea"))
    if not hasattr(person, "volunteer"):
        VolunteerFactory(organisation=cast.here, person=person)
    return person


def _card(days: int = 30, **fields: object) -> board.Card:
    values = {"kind": "new_here", "title": "BEA IS NIEUW", "words": "IK KOM WANDELEN"}
    until = clock.today() + timedelta(days=days)
    return board.Card(**(values | fields), until_on=until)  # type: ignore[arg-type]  # its fields


@pytest.mark.covers("S1-224")
def test_a_card_waits_for_a_coordinator_then_shows_then_ends_by_itself(cast: Cast) -> None:
    bea = _bea(cast)
    card = _card(picture=photo(), picture_words="Bea in de tuin")
    post = board.offer(actor=cast.actor("bea"), person_id=bea.pk, card=card)
    page = cast.url("noticeboard/")
    assert "BEA IS NIEUW" not in cast.client("nele").get(page).content.decode()

    board.place(actor=cast.actor("amal"), post_id=post.pk)
    assert "BEA IS NIEUW" in cast.client("nele").get(page).content.decode()
    shown = cast.client("nele").get(cast.url(f"noticeboard/{post.pk}/picture.jpg"))
    assert (shown["Content-Type"], shown.content[:2]) == ("image/jpeg", b"\xff\xd8")
    assert cast.client("piet").get(page).status_code == 404

    nightly.run(clock.now() + timedelta(days=31))
    post.refresh_from_db()
    assert (post.state, post.words, post.picture_words) == (PostState.ENDED, "", "")
    assert not Picture.objects.exists()


@pytest.mark.covers("S4-29")
def test_the_person_takes_their_card_back_at_once(cast: Cast) -> None:
    post = PostFactory(organisation=cast.here, person=_bea(cast), picture_words="Een hond")
    Picture.objects.create(organisation=cast.here, post=post, jpeg=small(photo(), side=640))

    answer = cast.client("bea").post(cast.url(f"noticeboard/{post.pk}/take_back/"))

    assert answer.status_code == 303
    assert not Picture.objects.exists()
    assert list(queries.board(cast.actor("nele"))) == []
    assert cast.client("nele").get(cast.url(f"noticeboard/{post.pk}/")).status_code == 404


def test_only_the_person_takes_back_and_only_a_coordinator_places(cast: Cast) -> None:
    post = PostFactory(organisation=cast.here, state=PostState.SHOWN)
    with pytest.raises(NotAllowed):
        board.end(actor=cast.actor("nele"), post_id=post.pk, step="take_back")
    with pytest.raises(NotAllowed):
        board.end(actor=cast.actor("nele"), post_id=post.pk, step="take_down")
    with pytest.raises(StateConflict):
        board.place(actor=cast.actor("amal"), post_id=post.pk)
    with pytest.raises(Post.DoesNotExist):
        board.end(actor=cast.actor("chris"), post_id=post.pk, step="take_down")


def test_a_yes_lasts_a_year_at_most_and_a_picture_has_words(cast: Cast) -> None:
    bea, actor = _bea(cast), cast.actor("bea")
    for days in (-1, 400):
        with pytest.raises(DayMissing):
            board.offer(actor=actor, person_id=bea.pk, card=_card(days))
    with pytest.raises(WordsMissing):
        board.offer(actor=actor, person_id=bea.pk, card=_card(picture=photo()))
    fake = _card(picture=BytesIO(b"%PDF-1.7 not a picture"), picture_words="iets")
    with pytest.raises(NotAPicture):
        board.offer(actor=actor, person_id=bea.pk, card=fake)
    assert not Post.objects.exists()


def test_a_picture_becomes_small_upright_and_silent_about_its_place() -> None:
    made = Image.open(BytesIO(small(photo(1200, 900), side=board.SIDE)))

    assert (made.format, max(made.size)) == ("JPEG", board.SIDE)
    assert made.height > made.width  # the phone was held upright
    assert not dict(made.getexif())
    assert Image.open(BytesIO(small(photo(form="PNG"), side=board.SIDE))).format == "JPEG"


@pytest.mark.parametrize("content", [b"", b"GIF89a", b"\xff\xd8\xff\xe0 cut"])
def test_what_is_no_picture_is_refused(content: bytes) -> None:
    with pytest.raises(NotAPicture):
        small(BytesIO(content), side=board.SIDE)


def test_a_form_with_a_wrong_file_says_how_to_mend_it(cast: Cast) -> None:
    _bea(cast)
    fake = BytesIO(b"GIF89a nothing")
    fake.name = "photo.jpg"
    data = {
        "kind": "story",
        "title": "T",
        "words": "W",
        "picture": fake,
        "picture_words": "iets",
        "until_on": clock.today(),
    }

    answer = cast.client("bea").post(cast.url("noticeboard/new/"), data)

    assert answer.status_code == 422
    assert answer.context["form"].errors["picture"]


@pytest.mark.covers("S1-124")
def test_a_moment_together_counts_both_and_one_tap_is_enough(cast: Cast) -> None:
    _bea(cast)
    moment = GatheringFactory(host=cast.amal)
    for login in ("bea", "bea", "nele"):
        cast.client(login).post(cast.url(f"together/{moment.pk}/come/"))

    row = queries.gatherings(cast.actor("amal"), now=clock.now()).get()
    assert (row.volunteers, row.staff, row.is_mine) == (1, 1, False)  # type: ignore[attr-defined]  # annotated
    cast.client("bea").post(cast.url(f"together/{moment.pk}/leave/"))
    assert Guest.objects.count() == 1


@pytest.mark.covers("S1-183")
def test_the_year_tells_how_many_moments_had_both(cast: Cast) -> None:
    past = clock.now() - timedelta(days=10)
    both, alone = (GatheringFactory(host=cast.amal, starts_at=past) for _ in range(2))
    for moment, login, is_staff in (
        (both, "bea", False),
        (both, "nele", True),
        (alone, "bea", False),
    ):
        Guest.objects.create(
            organisation=cast.here,
            gathering=moment,
            person_id=cast.person_id(login),
            is_staff=is_staff,
        )

    assert queries.year_of_gatherings(cast.actor("amal"), now=clock.now()) == {
        "held": 2,
        "together": 1,
    }


def test_a_moment_in_the_past_or_cancelled_takes_no_guests(cast: Cast) -> None:
    moment = GatheringFactory(host=cast.amal)
    gatherings.cancel(actor=cast.actor("amal"), gathering_id=moment.pk)

    with pytest.raises(StateConflict):
        gatherings.come(actor=cast.actor("nele"), gathering_id=moment.pk, is_coming=True)
    with pytest.raises(StateConflict):
        gatherings.cancel(actor=cast.actor("amal"), gathering_id=moment.pk)
    planned = gatherings.Plan("KOFFIE", clock.now() - timedelta(hours=1), "HIER")
    with pytest.raises(DayMissing):
        gatherings.plan(actor=cast.actor("amal"), planned=planned)
    with pytest.raises(NotAllowed):
        gatherings.plan(actor=cast.actor("bea"), planned=planned)


def test_a_coordinator_offers_for_who_said_yes_and_places_no_card_of_their_own(cast: Cast) -> None:
    bea, amal = _bea(cast), Person.objects.get(pk=cast.person_id("amal"))
    VolunteerFactory(organisation=cast.here, person=amal)
    data = {"kind": "new_here", "title": "T", "words": "W", "until_on": clock.today()}

    page = f"{cast.url('noticeboard/new/')}?person={bea.pk}"
    assert cast.client("amal").post(page, data).status_code == 303
    assert Post.objects.get().person == bea
    assert cast.client("bea").get(f"{page}x").status_code == 200
    assert cast.client("amal").get(f"{page}x").status_code == 404

    own = PostFactory(organisation=cast.here, person=amal, state=PostState.OFFERED)
    assert list(queries.to_place(cast.actor("amal"))) == [Post.objects.get(person=bea)]
    with pytest.raises(NotAllowed):
        board.place(actor=cast.actor("amal"), post_id=own.pk)


@pytest.mark.covers("S1-123")
def test_who_would_come_hears_when_a_moment_does_not_take_place(cast: Cast) -> None:
    _bea(cast)
    gathering = GatheringFactory(host=cast.amal)
    over = GatheringFactory(host=cast.amal, starts_at=clock.now() - timedelta(hours=3))
    for name in ("bea", "nele", "amal"):
        gatherings.come(actor=cast.actor(name), gathering_id=gathering.pk, is_coming=True)
        Guest.objects.create(organisation=cast.here, gathering=over, person_id=cast.person_id(name))

    for moment in (gathering, over):
        gatherings.cancel(actor=cast.actor("amal"), gathering_id=moment.pk)

    told = Message.objects.filter(kind="gathering.cancelled").values_list("user", flat=True)
    assert sorted(told) == sorted([cast.bea.user_id, cast.nele.user_id])


def test_a_second_tap_plans_and_offers_once(cast: Cast) -> None:
    bea = _bea(cast)
    planned = gatherings.Plan("Koffie", clock.now() + timedelta(days=3), "De keuken")
    for _tap in range(2):
        gatherings.plan(actor=cast.actor("amal"), planned=planned)
        board.offer(actor=cast.actor("bea"), person_id=bea.pk, card=_card())

    assert (Gathering.objects.count(), Post.objects.count()) == (1, 1)


@pytest.mark.covers("S1-123")
def test_it_says_who_of_the_staff_comes_and_was_there(cast: Cast) -> None:
    _bea(cast)
    moment = GatheringFactory(host=cast.amal)
    gatherings.come(actor=cast.actor("nele"), gathering_id=moment.pk, is_coming=True)
    gatherings.come(actor=cast.actor("bea"), gathering_id=moment.pk, is_coming=True)
    name = Person.objects.get(pk=cast.person_id("nele")).name
    together = cast.url("together/")
    assert name in cast.client("bea").get(together).content.decode()

    Gathering.objects.update(starts_at=clock.now() - timedelta(days=9))

    (held,) = cast.client("amal").get(together).context["held"]
    assert ([guest.person.name for guest in held.colleagues], held.volunteers) == ([name], 1)
    assert cast.client("bea").get(together).context["held"] == []


def test_moments_of_the_past_cost_the_same_however_many(cast: Cast) -> None:
    def cost() -> int:
        amal = cast.client("amal")
        amal.get(cast.url("together/"))
        with CaptureQueriesContext(connection) as asked:
            amal.get(cast.url("together/"))
        return len(asked)

    def one() -> None:
        moment = GatheringFactory(host=cast.amal, starts_at=clock.now() - timedelta(days=3))
        Guest.objects.create(
            organisation=cast.here,
            gathering=moment,
            person_id=cast.person_id("nele"),
            is_staff=True,
        )

    one()
    before = cost()
    one()
    one()
    assert cost() == before
