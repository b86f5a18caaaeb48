"""Writes about wishes, a closer rhythm of contact, and guides outside (S0-27, S1-2, S1-270)."""

from collections.abc import Collection
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.audit import log
from naast.belonging.errors import DayRefused
from naast.belonging.inputs import NewGuide
from naast.belonging.models import CloserContact, OutsideGuide, Shared, Wish
from naast.belonging.policies import wishes as policies
from naast.core import clock
from naast.core.errors import NotAllowed, StateConflict
from naast.messaging.services import tell
from naast.organisations.actors import Actor
from naast.people.models import Person

# A wish that the volunteer writes comes back on the desk after this time at the latest.
COMES_BACK = timedelta(days=14)


def _person(actor: Actor, person_id: UUID | None) -> Person:
    """Somebody with a volunteer's card here, locked. Raises NotAllowed for nobody, or Person.DoesNotExist."""
    if person_id is None:
        raise NotAllowed(_("Only a person does this."))
    rows = Person.objects.filter(organisation_id=actor.organisation_id, volunteer__isnull=False)
    return rows.select_for_update(of=("self",), no_key=True).get(pk=person_id)


def _writer(actor: Actor, person: Person) -> UUID | None:
    """None when they write for themselves."""
    return None if actor.person_id == person.pk else actor.membership_id


@transaction.atomic
def write_wish(
    *, actor: Actor, person_id: UUID | None, words: str, follow_up_on: date | None = None
) -> Wish:
    """A wish or need in the person's own words, by themselves or written down after a talk. Raises
    Person.DoesNotExist, NotAllowed or DayRefused."""
    person = _person(actor, person_id)
    policies.can_write_for(actor, person).require()
    day = follow_up_on or clock.today() + COMES_BACK
    if day < clock.today():
        raise DayRefused("follow_up_on", _("Choose today or a day that is still to come."))
    writer_id = _writer(actor, person)
    waiting = Wish.objects.filter(person=person, written_by=writer_id, answered_on__isnull=True)
    before = next((row for row in waiting if row.words == words), None)
    if before is not None:
        return before  # a second tap
    wish = Wish.objects.create(
        organisation_id=actor.organisation_id,
        person=person,
        words=words,
        written_by_id=writer_id,
        follow_up_on=day,
    )
    log.record("wish.written", actor=actor, target=wish)
    return wish


def lock_wish(actor: Actor, wish_id: UUID) -> Wish:
    """The wish, locked. Raises Wish.DoesNotExist."""
    rows = policies.visible_to(actor).select_related("person__user")
    return rows.select_for_update(of=("self",)).get(pk=wish_id)


@transaction.atomic
def answer_wish(*, actor: Actor, wish_id: UUID, answer: str) -> Wish:
    """What we can do, or kindly why not; the volunteer reads it. Raises Wish.DoesNotExist, NotAllowed or
    StateConflict."""
    wish = lock_wish(actor, wish_id)
    policies.can_answer(actor, wish.person).require()
    if wish.answered_on is not None:
        raise StateConflict(_("A colleague answered this already."))
    wish.answer, wish.answered_on = answer, clock.today()
    wish.answered_by_id = actor.membership_id
    wish.save(update_fields=["answer", "answered_on", "answered_by"])
    log.record("wish.answered", actor=actor, target=wish)
    if wish.person.user is not None:
        tell(
            actor=actor,
            user=wish.person.user,
            kind="belonging.wish",
            subject=gettext_lazy("An answer to your wish"),
            body=gettext_lazy("We answered what you wrote. Your page tells what."),
            url=actor.url("belonging:my_wishes"),
        )
    return wish


@transaction.atomic
def come_back_later(*, actor: Actor, wish_id: UUID, follow_up_on: date) -> Wish:
    """Another day to come back to it. Raises Wish.DoesNotExist, NotAllowed, StateConflict or DayRefused."""
    wish = lock_wish(actor, wish_id)
    policies.can_answer(actor, wish.person).require()
    if wish.answered_on is not None:
        raise StateConflict(_("A colleague answered this already."))
    if follow_up_on <= clock.today():
        raise DayRefused("follow_up_on", _("Choose a day that is still to come."))
    wish.follow_up_on = follow_up_on
    wish.save(update_fields=["follow_up_on"])
    log.record("wish.later", actor=actor, target=wish)
    return wish


@transaction.atomic
def choose_contact(
    *, actor: Actor, every_weeks: int, knows_from_inside: bool, words: str
) -> CloserContact:
    """The volunteer chooses themselves how often they would like to hear from us; nobody else does it for them.
    Raises NotAllowed or Person.DoesNotExist."""
    if not policies.is_volunteer(actor):
        raise NotAllowed(_("Only the person chooses this."))
    person = _person(actor, actor.person_id)
    today = clock.today()
    contact, _made = CloserContact.objects.update_or_create(
        person=person,
        organisation_id=actor.organisation_id,
        defaults={
            "every_weeks": every_weeks,
            "knows_from_inside": knows_from_inside,
            "words": words,
            "chosen_on": today,
            "next_on": today + timedelta(weeks=every_weeks),
        },
    )
    log.record("closer-contact.chosen", actor=actor, target=contact)
    return contact


@transaction.atomic
def undo_contact(*, actor: Actor) -> None:
    """Back to the rhythm of everybody. Twice is the same as once. Raises NotAllowed."""
    if not policies.is_volunteer(actor):
        raise NotAllowed(_("Only the person chooses this."))
    own = CloserContact.objects.filter(
        organisation_id=actor.organisation_id, person=actor.person_id
    )
    for contact in own:
        log.record("closer-contact.undone", actor=actor, target=contact)
    own.delete()


@transaction.atomic
def note_spoke(*, actor: Actor, contact_id: UUID) -> CloserContact:
    """We spoke: the next time counts from today. Raises CloserContact.DoesNotExist or NotAllowed."""
    rows = policies.contacts_visible_to(actor).select_related("person")
    contact = rows.select_for_update(of=("self",)).get(pk=contact_id)
    policies.can_answer(actor, contact.person).require()
    contact.spoke_on = clock.today()
    contact.next_on = contact.spoke_on + timedelta(weeks=contact.every_weeks)
    contact.save(update_fields=["spoke_on", "next_on"])
    log.record("closer-contact.spoke", actor=actor, target=contact)
    return contact


def heard(person_ids: Collection[UUID], *, day: date) -> None:
    """Another room noted that these people were spoken or met that day: the rhythm they chose counts from there,
    and nobody notes it twice. Part of a transaction."""
    rows = CloserContact.objects.select_for_update(of=("self",)).filter(person__in=person_ids)
    later = []
    for contact in rows.order_by("pk"):
        if contact.spoke_on is None or contact.spoke_on < day:
            contact.spoke_on = day
            contact.next_on = max(contact.next_on, day + timedelta(weeks=contact.every_weeks))
            later.append(contact)
    CloserContact.objects.bulk_update(later, ["spoke_on", "next_on"])


@transaction.atomic
def name_guide(*, actor: Actor, person_id: UUID | None, guide: NewGuide) -> OutsideGuide:
    """Somebody outside who walks along, with what may be told them and until when: written by the volunteer, or
    with them. Raises Person.DoesNotExist, NotAllowed or DayRefused."""
    person = _person(actor, person_id)
    policies.can_write_for(actor, person).require()
    if guide.until_on <= clock.today():
        raise DayRefused("until_on", _("Choose a day that is still to come."))
    there = OutsideGuide.objects.filter(
        person=person, name=guide.name, until_on=guide.until_on, revoked_on__isnull=True
    )
    before = next((row for row in there if row.may_share == guide.may_share), None)
    if before is not None:
        return before  # a second tap
    made = OutsideGuide.objects.create(
        organisation_id=actor.organisation_id,
        person=person,
        name=guide.name,
        works_at=guide.works_at,
        reach=guide.reach,
        may_share=guide.may_share,
        until_on=guide.until_on,
        agreed_on=clock.today(),
        written_by_id=_writer(actor, person),
    )
    log.record("outside-guide.named", actor=actor, target=made)
    return made


@transaction.atomic
def take_back_guide(*, actor: Actor, guide_id: UUID) -> OutsideGuide:
    """From now on nothing is told any more, and staff see the guide no longer. Raises OutsideGuide.DoesNotExist or
    NotAllowed."""
    guide = policies.guides_visible_to(actor).select_for_update().get(pk=guide_id)
    person = Person.objects.get(pk=guide.person_id)
    policies.can_write_for(actor, person).require()
    if guide.revoked_on is None:
        guide.revoked_on = clock.today()
        guide.save(update_fields=["revoked_on"])
        log.record("outside-guide.taken-back", actor=actor, target=guide)
    return guide


@transaction.atomic
def note_shared(*, actor: Actor, guide_id: UUID, what: str) -> Shared:
    """What was told to a guide outside; the volunteer reads it. Raises OutsideGuide.DoesNotExist once the yes is
    over, or NotAllowed."""
    guide = policies.guides_visible_to(actor).select_for_update().get(pk=guide_id)
    policies.can_answer(actor, Person.objects.get(pk=guide.person_id)).require()
    today = guide.told.filter(told_on=clock.today(), told_by_id=actor.membership_id)
    before = next((row for row in today if row.what == what), None)
    if before is not None:
        return before  # a second tap
    told = Shared.objects.create(
        organisation_id=actor.organisation_id,
        guide=guide,
        what=what,
        told_on=clock.today(),
        told_by_id=actor.membership_id,
    )
    log.record("outside-guide.told", actor=actor, target=guide)
    return told
