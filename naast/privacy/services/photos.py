"""Writes about a yes to pictures, and what was shown because of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.audit import log
from naast.core import clock, night
from naast.core.errors import DomainError, StateConflict
from naast.messaging.services import tell
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.organisations.queries import colleagues
from naast.people.api import lock_person
from naast.people.models import Consent
from naast.privacy.models import PhotoYes, Published
from naast.privacy.policies import consents as policies


@dataclass(frozen=True, slots=True)
class NewYes:
    """What somebody says yes to: a use (PhotoUse), which kind of picture, until when, and with whom they said it."""

    use: str
    how: str = Consent.How.ON_SCREEN
    kind_of_picture: str = ""
    until_on: date | None = None
    said_with: str = ""


@transaction.atomic
def say_yes(*, actor: Actor, person_id: UUID, new: NewYes) -> PhotoYes:
    """Write down the yes of somebody to one use of pictures. One that is over makes room for a new one.

    Raises Person.DoesNotExist, NotAllowed, StateConflict when it stands already, or DomainError for a day that is
    past.
    """
    person = lock_person(actor, person_id)
    policies.can_say_yes(actor, person).require()
    today = clock.today()
    if new.until_on is not None and new.until_on < today:
        raise DomainError(_("Choose a day that is still to come, or none."))
    mine = PhotoYes.objects.filter(person=person, use=new.use, withdrawn_on__isnull=True)
    _end(mine.filter(until_on__lt=today).values_list("pk", flat=True), today)
    if mine.exists():
        raise StateConflict(_("This yes stands already."))
    made = PhotoYes.objects.create(
        organisation_id=person.organisation_id,
        person=person,
        use=new.use,
        how=new.how,
        kind_of_picture=new.kind_of_picture.strip(),
        said_with=new.said_with.strip(),
        given_on=today,
        until_on=new.until_on,
    )
    log.record("photo.yes-given", actor=actor, target=person, changes={"use": new.use})
    return made


@transaction.atomic
def withdraw(*, actor: Actor, yes_id: UUID) -> PhotoYes:
    """Take a yes back: what was shown because of it is to be taken down, and coordinators hear that there is
    something. Twice is the same as once. Raises PhotoYes.DoesNotExist or NotAllowed."""
    found = _locked(actor, yes_id)
    policies.can_say_yes(actor, found.person).require()
    if found.withdrawn_on is not None:
        return found
    found.withdrawn_on = clock.today()
    found.save(update_fields=["withdrawn_on"])
    shown = Published.objects.filter(photo_yes=found, taken_down_on__isnull=True)
    number = shown.update(take_down_since=clock.today())
    log.record(
        "photo.yes-withdrawn",
        actor=actor,
        target=found.person,
        changes={"use": found.use, "to_take_down": number},
    )
    if number:
        _tell_coordinators(actor, found)
    return found


@transaction.atomic
def note_published(*, actor: Actor, yes_id: UUID, where: str, published_on: date) -> Published:
    """Write down where a picture was shown, so that it can be found again. The same place and day twice is once.

    Raises PhotoYes.DoesNotExist, NotAllowed, StateConflict when the yes is over, or DomainError for a day to come.
    """
    found = _locked(actor, yes_id)
    policies.can_note_published(actor, found).require()
    if found.withdrawn_on is not None or (found.until_on and found.until_on < clock.today()):
        raise StateConflict(_("This yes is over: nothing new is shown because of it."))
    if published_on > clock.today():
        raise DomainError(_("This day is still to come."))
    shown = Published.objects.filter(
        photo_yes=found, published_on=published_on, taken_down_on__isnull=True
    )
    before = next((each for each in shown if each.where == where.strip()), None)
    if before is not None:
        return before
    made = Published.objects.create(
        organisation_id=found.organisation_id,
        photo_yes=found,
        where=where.strip(),
        published_on=published_on,
        noted_by_id=actor.membership_id,
    )
    log.record("photo.published", actor=actor, target=found.person, changes={"use": found.use})
    return made


@transaction.atomic
def taken_down(*, actor: Actor, published_id: UUID) -> Published:
    """It is gone there. Twice is the same as once. Raises Published.DoesNotExist or NotAllowed."""
    rows = policies.published_visible_to(actor).select_for_update(of=("self",))
    found = rows.select_related("photo_yes__person").get(pk=published_id)
    policies.can_note_published(actor, found.photo_yes).require()
    if found.taken_down_on is None:
        found.taken_down_on = clock.today()
        found.save(update_fields=["taken_down_on"])
        log.record("photo.taken-down", actor=actor, target=found.photo_yes.person)
    return found


def end_what_is_over(organisation_id: UUID, day: date) -> int:
    """A yes whose last day is past is over: what was shown because of it is to be taken down. For the night; a
    second time finds nothing. Returns how many."""
    over = PhotoYes.objects.filter(
        organisation_id=organisation_id, withdrawn_on__isnull=True, until_on__lt=day
    )
    return night.until_none(over, lambda ids: _end(ids, day))


def _end(ids: Iterable[UUID], day: date) -> int:
    some = list(ids)
    shown = Published.objects.filter(
        photo_yes__in=some, taken_down_on__isnull=True, take_down_since__isnull=True
    )
    shown.update(take_down_since=day)
    return PhotoYes.objects.filter(pk__in=some).update(withdrawn_on=day)


def _locked(actor: Actor, yes_id: UUID) -> PhotoYes:
    rows = policies.photos_visible_to(actor).select_related("person")
    return rows.select_for_update(of=("self",)).get(pk=yes_id)


def _tell_coordinators(actor: Actor, found: PhotoYes) -> None:
    for each in colleagues(actor, Function.COORDINATOR):
        tell(
            actor=actor,
            user=each.user,
            kind="photo.take-down",
            subject=gettext_lazy("A picture has to come down"),
            body=gettext_lazy("Somebody took back their yes to a picture. The page says which."),
            url=actor.url("privacy:photo", yes_id=found.pk),
        )
