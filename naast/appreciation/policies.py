"""Who thanks whom, who sees the board, and whose letters and looks back are whose."""

from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from naast.appreciation.models import (
    DaysToRemember,
    Gathering,
    Letter,
    LetterState,
    Post,
    PostState,
    Thanks,
    YearLook,
)
from naast.companionship.policies import matches as match_policies
from naast.companionship.states import LIVING_STATES
from naast.core import clock
from naast.core.decisions import ALLOW, Decision, deny
from naast.organisations.actors import Actor
from naast.organisations.models import Function, Membership
from naast.people.models import Person

# Who sees the board and comes to moments together: everybody who works here, paid or not.
TOGETHER = (
    Function.COORDINATOR,
    Function.COACH,
    Function.PROFESSIONAL,
    Function.VOLUNTEER,
)
STAFF = TOGETHER[:3]


def thankable(actor: Actor) -> QuerySet[Person]:
    """The volunteers this actor may thank: coordinators and coaches all, a professional those beside their
    participants, and nobody themselves."""
    people = Person.objects.filter(organisation_id=actor.organisation_id, volunteer__isnull=False)
    if actor.person_id is not None:
        people = people.exclude(pk=actor.person_id)
    if actor.is_coordinator or actor.has(Function.COACH):
        return people
    beside = match_policies.as_staff(actor)
    if beside is None:
        return people.none()
    matches = match_policies.visible_to(actor).filter(beside, state__in=LIVING_STATES)
    return people.filter(pk__in=matches.values("volunteer_id"))


def visible_thanks(actor: Actor) -> QuerySet[Thanks]:
    """One's own, as volunteer; those one gave; a coordinator reads all, to pass on what went well."""
    thanks = Thanks.objects.filter(organisation_id=actor.organisation_id)
    if actor.is_coordinator:
        return thanks
    return thanks.filter(Q(person_id=actor.person_id) | Q(given_by_id=actor.membership_id))


def own_thanks(actor: Actor) -> QuerySet[Thanks]:
    """What this actor was thanked for."""
    thanks = Thanks.objects.filter(organisation_id=actor.organisation_id)
    return thanks.filter(person_id=actor.person_id) if actor.person_id else thanks.none()


def on_board(actor: Actor) -> QuerySet[Post]:
    """The cards everybody who works here may see today."""
    if not actor.has(*TOGETHER):
        return Post.objects.none()
    return Post.objects.filter(
        organisation_id=actor.organisation_id,
        state=PostState.SHOWN,
        until_on__gte=clock.today(),
    )


def visible_posts(actor: Actor) -> QuerySet[Post]:
    """What is on the board, one's own cards, and for coordinators those that wait to be placed."""
    posts = Post.objects.filter(organisation_id=actor.organisation_id)
    if actor.is_coordinator:
        return posts
    known = Q(pk__in=on_board(actor).values("pk"))
    if actor.person_id:
        known |= Q(person_id=actor.person_id)
    return posts.filter(known)


def can_place(actor: Actor, post: Post) -> Decision:
    """Coordinators place a card, and take it off; never their own."""
    if post.organisation_id != actor.organisation_id:
        return deny(_("This card belongs to another organisation."))
    if not actor.is_coordinator:
        return deny(_("A coordinator places cards on the board."))
    if actor.person_id is not None and post.person_id == actor.person_id:
        return deny(_("A colleague places your card."))
    return ALLOW


def can_take_back(actor: Actor, post: Post) -> Decision:
    """The person of a card takes it back when they like."""
    if post.organisation_id != actor.organisation_id or post.person_id != actor.person_id:
        return deny(_("This is somebody else’s card."))
    return ALLOW


def gatherings(actor: Actor) -> QuerySet[Gathering]:
    """Moments together of the house, for everybody who works here."""
    if not actor.has(*TOGETHER) and not actor.is_coordinator:
        return Gathering.objects.none()
    return Gathering.objects.filter(organisation_id=actor.organisation_id)


def visible_letters(actor: Actor) -> QuerySet[Letter]:
    """One's own letters; coordinators see all of their organisation."""
    letters = Letter.objects.filter(organisation_id=actor.organisation_id)
    if actor.is_coordinator:
        return letters
    return letters.filter(person_id=actor.person_id) if actor.person_id else letters.none()


def can_write_letter(actor: Actor, letter: Letter) -> Decision:
    """A coordinator writes it, and nobody writes their own."""
    if letter.organisation_id != actor.organisation_id or not actor.is_coordinator:
        return deny(_("A coordinator writes letters of reference."))
    if letter.person_id == actor.person_id:
        return deny(_("Somebody else writes your letter."))
    return ALLOW


def reads_here(person: Person) -> bool:
    """Whether somebody has a page of their own here as a volunteer: not without an account, nor after a goodbye."""
    return _with_a_page(person.organisation_id).filter(person_id=person.pk).exists()


def _with_a_page(organisation_id: UUID) -> QuerySet[Membership]:
    return Membership.objects.filter(
        organisation_id=organisation_id,
        ended_on__isnull=True,
        roles__function=Function.VOLUNTEER,
        person_id__isnull=False,
    )


def to_hear(actor: Actor) -> QuerySet[Letter]:
    """Written letters of who has no page here: a coordinator reads it with them, and writes down what they say."""
    if not actor.is_coordinator:
        return Letter.objects.none()
    reading = _with_a_page(actor.organisation_id)
    written = visible_letters(actor).filter(state=LetterState.WRITTEN)
    others = written.exclude(person_id=actor.person_id) if actor.person_id else written
    return others.exclude(person_id__in=reading.values("person_id"))


def can_ask_letter_for(actor: Actor, person: Person) -> Decision:
    """A coordinator writes down that a volunteer would like a letter; for oneself one asks."""
    if person.organisation_id != actor.organisation_id or not actor.is_coordinator:
        return deny(_("A coordinator writes letters of reference."))
    if person.pk == actor.person_id:
        return deny(_("Ask for your own letter on your own page."))
    return ALLOW


def can_hear(actor: Actor, letter: Letter) -> Decision:
    """Whoever has a page here agrees there; for the others a coordinator writes it down."""
    may_write = can_write_letter(actor, letter)
    if not may_write:
        return may_write
    if reads_here(letter.person):
        return deny(_("Only the volunteer agrees with their letter."))
    return ALLOW


def own_looks(actor: Actor) -> QuerySet[YearLook]:
    """The actor's own looks back."""
    looks = YearLook.objects.filter(organisation_id=actor.organisation_id)
    return looks.filter(person_id=actor.person_id) if actor.person_id else looks.none()


def shared_looks(actor: Actor) -> QuerySet[YearLook]:
    """What people chose to share with coordinators."""
    looks = YearLook.objects.filter(organisation_id=actor.organisation_id, is_shared=True)
    return looks if actor.is_coordinator else looks.none()


def days_of(actor: Actor) -> QuerySet[DaysToRemember]:
    """For coordinators and coaches: whose days may be remembered, their own left out."""
    days = DaysToRemember.objects.filter(organisation_id=actor.organisation_id)
    if not (actor.is_coordinator or actor.has(Function.COACH)):
        return days.none()
    return days.exclude(person_id=actor.person_id) if actor.person_id else days
