"""Cards on the board: offered by the person, placed by a coordinator, gone when their yes is over."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import BinaryIO
from uuid import UUID

from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from naast.appreciation import policies
from naast.appreciation.errors import DayMissing, WordsMissing
from naast.appreciation.models import Picture, Post, PostState
from naast.appreciation.states import POST
from naast.audit import log
from naast.core import clock
from naast.core.errors import NotAllowed
from naast.core.pictures import small
from naast.messaging.services import tell
from naast.organisations.actors import Actor
from naast.organisations.taps import same_words
from naast.people.api import can_change_own, lock_person

# A yes lasts a year at most; then it is asked again.
LONGEST = timedelta(days=366)
# Points: as large as a card shows it.
SIDE = 640
USUAL = {Post.Kind.NEW_HERE: timedelta(days=60), Post.Kind.STORY: timedelta(days=182)}


@dataclass(frozen=True, slots=True)
class Card:
    """What somebody would like to show, and until when they say yes to it."""

    kind: str
    title: str
    words: str
    until_on: date
    picture: BinaryIO | None = None
    picture_words: str = ""


@transaction.atomic
def offer(*, actor: Actor, person_id: UUID, card: Card) -> Post:
    """A volunteer offers a card about themselves; a coordinator may do so for who said yes in a talk.

    Raises Person.DoesNotExist, NotAllowed, DayMissing, WordsMissing or NotAPicture.
    """
    person = lock_person(actor, person_id)
    can_change_own(actor, person).require()
    if not hasattr(person, "volunteer"):
        raise NotAllowed(_("The board is of volunteers and those who work with them."))
    today = clock.today()
    if not today <= card.until_on <= today + LONGEST:
        last = date_format(today + LONGEST, "j F Y")
        raise DayMissing(_now("Choose a day until %(day)s: a year at most.") % {"day": last})
    if card.picture is not None and not card.picture_words.strip():
        raise WordsMissing(_now("Say in a few words what the picture shows, for who can’t see it."))
    waiting = Post.objects.filter(
        person=person, kind=card.kind, title=card.title.strip(), state=PostState.OFFERED
    )
    before = same_words(waiting, words=card.words)
    if before is not None and before.until_on == card.until_on and card.picture is None:
        return before  # a second tap
    shown = small(card.picture, side=SIDE) if card.picture is not None else b""
    post = Post.objects.create(
        organisation_id=person.organisation_id,
        person=person,
        kind=card.kind,
        title=card.title.strip(),
        words=card.words.strip(),
        picture_words=card.picture_words.strip() if shown else "",
        offered_on=today,
        until_on=card.until_on,
    )
    if shown:
        Picture.objects.create(organisation_id=post.organisation_id, post=post, jpeg=shown)
    log.record("board.offered", actor=actor, target=post, changes={"kind": card.kind})
    return post


def _locked(actor: Actor, post_id: UUID) -> Post:
    visible = policies.visible_posts(actor).values("pk")
    posts = Post.objects.select_for_update(of=("self",), no_key=True)
    return posts.select_related("person__user").get(pk=post_id, pk__in=visible)


@transaction.atomic
def place(*, actor: Actor, post_id: UUID) -> Post:
    """A coordinator read it and places it; the person hears that it is there. Raises Post.DoesNotExist,
    NotAllowed, StateConflict, or DayMissing when the yes is over meanwhile."""
    post = _locked(actor, post_id)
    policies.can_place(actor, post).require()
    post.state = POST.target("place", source=post.state)
    if post.until_on < clock.today():
        raise DayMissing(_now("The day until which it may be shown is over. Ask once more."))
    post.placed_on = clock.today()
    post.save(update_fields=["state", "placed_on"])
    log.record("board.placed", actor=actor, target=post)
    if post.person.user is not None:
        tell(
            actor=actor,
            user=post.person.user,
            kind="board-placed",
            subject=_("Your card is on the board"),
            body=_("Thank you for it. You can take it back whenever you like."),
            url=actor.url("appreciation:board"),
        )
    return post


@transaction.atomic
def end(*, actor: Actor, post_id: UUID, step: str) -> Post:
    """The person takes their card back, or a coordinator takes it off; words and picture go at once.

    Raises Post.DoesNotExist, NotAllowed or StateConflict. `step`: take_back or take_down.
    """
    post = _locked(actor, post_id)
    may = policies.can_take_back if step == "take_back" else policies.can_place
    may(actor, post).require()
    let_go(actor=actor, post=post, step=step)
    return post


def let_go(*, actor: Actor, post: Post, step: str) -> None:
    """End a locked card: what it said and showed is erased. Raises StateConflict."""
    post.state = POST.target(step, source=post.state)
    post.words, post.picture_words = "", ""
    post.save(update_fields=["state", "words", "picture_words"])
    Picture.objects.filter(post=post).delete()
    log.record("board.ended", actor=actor, target=post, changes={"step": step})
