"""Reads of letters with information, and to whom they may be written."""

from uuid import UUID

from django.db.models import Q, QuerySet

from naast.agreements import letters, participation
from naast.agreements.models import InformationLetter
from naast.core.text import Text
from naast.messaging.texts import Kind
from naast.organisations.actors import Actor
from naast.people.models import Person
from naast.people.policies import visible_to
from naast.programmes.models import Programme
from naast.programmes.policies import visible_to as programmes_visible_to

MOST = 100


def get_person(actor: Actor, person_id: UUID) -> Person | None:
    """Somebody whom this coordinator may write to, with their hats and account; None otherwise."""
    if not actor.is_coordinator:
        return None
    rows = visible_to(actor).select_related("volunteer", "participant", "user")
    return rows.filter(pk=person_id).first()


def letters_of(actor: Actor, person: Person) -> list[InformationLetter]:
    """What was sent to somebody and when, newest first, without the words. Empty for who is no coordinator."""
    if not actor.is_coordinator:
        return []
    rows = InformationLetter.objects.filter(organisation_id=actor.organisation_id, person=person)
    return list(rows.select_related("programme", "sent_by__user").defer("body")[:MOST])


def log_of(actor: Actor, person: Person) -> list[tuple[Text, InformationLetter]]:
    """What was sent to somebody and when, with what each kind of letter is called."""
    called = {kind.code: kind.label for kind in letters.KINDS}
    return [(called.get(each.kind, each.kind), each) for each in letters_of(actor, person)]


def get_letter(actor: Actor, letter_id: UUID) -> InformationLetter | None:
    """One letter, or None when this actor may not know it exists."""
    if not actor.is_coordinator:
        return None
    rows = InformationLetter.objects.filter(organisation_id=actor.organisation_id)
    return rows.select_related("person", "programme").filter(pk=letter_id).first()


def kinds_for(person: Person) -> list[Kind]:
    """The letters that fit the hats of somebody."""
    return [kind for hat, kinds in letters.BY_HAT.items() if hasattr(person, hat) for kind in kinds]


def programmes_for(actor: Actor, person: Person) -> QuerySet[Programme]:
    """The programmes of somebody, as volunteer or participant; the running ones for who has none yet."""
    known = Q(engagements__person=person) | Q(pk__in=participation.programmes_of(actor, person.pk))
    rows = programmes_visible_to(actor)
    own = rows.filter(known).distinct()
    found = own if own.exists() else rows.filter(status=Programme.Status.ACTIVE)
    return found.order_by("name")


def programmes_of_participant(actor: Actor, person: Person) -> list[Programme]:
    """The programmes in which somebody has a match or a wish, by name."""
    ids = participation.programmes_of(actor, person.pk)
    return list(programmes_visible_to(actor).filter(pk__in=ids).order_by("name"))


def get_programme(actor: Actor, programme_id: UUID) -> Programme | None:
    """The programme a letter is about, with who coordinates it."""
    rows = programmes_visible_to(actor).select_related("coordinator__user")
    return rows.filter(pk=programme_id).first()
