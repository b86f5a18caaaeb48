"""Everything somebody said yes to, whichever room keeps it, with what happens when they take it back."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from naast.appreciation.models import DaysToRemember, Post
from naast.appreciation.states import PostState
from naast.belonging.models import OutsideGuide
from naast.circles.models import Circle
from naast.core import clock
from naast.core.text import Text
from naast.organisations.actors import Actor
from naast.people.models import Consent, Person
from naast.privacy import consequences
from naast.privacy.models import PhotoYes, Published
from naast.privacy.policies import consents as policies

ON_THE_BOARD = (PostState.OFFERED, PostState.SHOWN)
CONSENT, PHOTO, CARD, CIRCLE, GUIDE = "consent", "photo", "card", "circle", "guide"
BIRTHDAY, ANNIVERSARY = "birthday", "anniversary"


@dataclass(frozen=True, slots=True)
class Yes:
    """One thing somebody said yes to: which room keeps it (`source`), since when, until when, what happens when it is
    taken back, and what was shown because of it."""

    source: str
    pk: UUID
    title: Text
    given_on: date | None
    consequences: tuple[Text, ...]
    until_on: date | None = None
    shown: tuple[Published, ...] = ()


def standing(actor: Actor, person: Person) -> list[Yes]:
    """What somebody says yes to today. That there is a circle around them shows to themselves alone. A constant
    number of queries. Raises NotAllowed."""
    policies.can_say_yes(actor, person).require()
    return [
        *_consents(person),
        *_photos(person),
        *_cards(person),
        *(_circles(person) if actor.person_id == person.pk else ()),
        *_guides(person),
        *_days(person),
    ]


def one(actor: Actor, person: Person, source: str, pk: UUID) -> Yes | None:
    """One of them, or None when it does not stand (any more)."""
    found = (each for each in standing(actor, person) if (each.source, each.pk) == (source, pk))
    return next(found, None)


def earlier(person: Person) -> list[Consent]:
    """What was taken back before, newest first."""
    rows = Consent.objects.filter(person=person, withdrawn_on__isnull=False)
    return list(rows.order_by("-withdrawn_on", "-id")[:20])


def register(actor: Actor, *, purpose: str = "", is_over: bool = False) -> QuerySet[Consent]:
    """The register of the house, for one purpose or all."""
    rows = policies.consents_visible_to(actor).filter(withdrawn_on__isnull=not is_over)
    return (rows.filter(purpose=purpose) if purpose else rows).select_related("person")


def _consents(person: Person) -> Iterator[Yes]:
    rows = Consent.objects.filter(person=person, withdrawn_on__isnull=True)
    for row in rows.order_by("id"):
        words = consequences.OF_CONSENT.get(row.purpose, ())
        yield Yes(CONSENT, row.pk, row.get_purpose_display(), row.given_on, words)


def _photos(person: Person) -> Iterator[Yes]:
    rows = PhotoYes.objects.filter(person=person, withdrawn_on__isnull=True)
    rows = rows.exclude(until_on__lt=clock.today()).prefetch_related("published")
    for row in rows.order_by("id"):
        yield Yes(
            PHOTO,
            row.pk,
            row.get_use_display(),
            row.given_on,
            consequences.of_photo(row.use),
            row.until_on,
            tuple(each for each in row.published.all() if each.taken_down_on is None),
        )


def _cards(person: Person) -> Iterator[Yes]:
    for row in Post.objects.filter(person=person, state__in=ON_THE_BOARD).order_by("id"):
        title = _("My card on the board: %(title)s")
        words = consequences.CARD
        yield Yes(CARD, row.pk, title % {"title": row.title}, row.offered_on, words, row.until_on)


def _circles(person: Person) -> Iterator[Yes]:
    rows = Circle.objects.filter(
        core=person, consented_on__isnull=False, consent_withdrawn_on__isnull=True
    )
    for row in rows.filter(ended_on__isnull=True).order_by("id"):
        title = _("The circle around me")
        yield Yes(CIRCLE, row.pk, title, row.consented_on, consequences.CIRCLE)


def _guides(person: Person) -> Iterator[Yes]:
    rows = OutsideGuide.objects.filter(
        person=person, revoked_on__isnull=True, until_on__gte=clock.today()
    )
    for row in rows.order_by("id"):
        title = _("You may tell something to %(name)s, who walks along with me")
        words = consequences.GUIDE
        yield Yes(GUIDE, row.pk, title % {"name": row.name}, row.agreed_on, words, row.until_on)


def _days(person: Person) -> Iterator[Yes]:
    row = DaysToRemember.objects.filter(
        Q(birthday=True) | Q(anniversary=True), person=person
    ).first()
    if row is None:
        return
    if row.birthday:
        yield Yes(BIRTHDAY, row.pk, _("Think of my birthday"), None, consequences.DAYS)
    if row.anniversary:
        yield Yes(
            ANNIVERSARY, row.pk, _("Think of the day on which I began"), None, consequences.DAYS
        )
