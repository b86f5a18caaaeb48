"""Colleagues stand behind the same texts; volunteers and participants say that they understood a card."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from naast.agreements.models import CardRead, StaffAcknowledgement, Version
from naast.agreements.policies import copies as copy_policies
from naast.agreements.policies import staff as policies
from naast.agreements.queries import cards
from naast.agreements.queries import staff as queries
from naast.agreements.services import reading
from naast.audit import log
from naast.core import clock
from naast.core.errors import NotAllowed
from naast.messaging.reminders import Reminding, remind
from naast.organisations.actors import Actor
from naast.organisations.queries import myself
from naast.people.models import Person
from naast.programmes.models import Programme

KIND = "agreements.staff-text"


@transaction.atomic
def acknowledge(*, actor: Actor, version: Version) -> StaffAcknowledgement:
    """A colleague read this version and stands behind it (S1-214). Twice is once. Raises NotAllowed."""
    policies.can_acknowledge(actor, version).require()
    # Two clicks make one line: the lock makes them queue.
    colleague = myself(actor).select_for_update(of=("self",), no_key=True).get()
    made, is_new = StaffAcknowledgement.objects.get_or_create(
        version=version,
        membership=colleague,
        defaults={"organisation_id": actor.organisation_id, "acknowledged_on": clock.today()},
    )
    if is_new:
        log.record("staff-text.acknowledged", actor=actor, target=version)
    return made


@transaction.atomic
def remind_staff(*, actor: Actor, document_id: UUID) -> int:
    """Ask every colleague who did not sign yet once more, kindly; at most once a day each. Returns how many.
    Raises NotAllowed or Document.DoesNotExist."""
    policies.can_follow(actor).require()
    version, rows = queries.who_signed(actor, document_id)
    if version is None:
        return 0
    step = f"{version.pk.hex[-8:]}-{clock.today():%y%m%d}"
    asked = remind(actor=actor, rows=_remindings(actor, rows, step))
    log.record("staff-text.reminded", actor=actor, target=version, changes={"people": asked})
    return asked


def tell_of_new_texts(actor: Actor) -> int:
    """At night: every colleague who did not sign a text that holds now hears of it, once a version. Returns how
    many."""
    told = 0
    for document_id in queries.documents_for_staff(actor):
        version, rows = queries.who_signed(actor, document_id)
        if version is not None:
            told += remind(
                actor=actor, rows=_remindings(actor, rows, f"new {version.pk.hex[-12:]}")
            )
    return told


def _remindings(actor: Actor, rows: list[queries.Colleague], step: str) -> list[Reminding]:
    """For who did not sign yet."""
    return [
        Reminding(
            kind=KIND,
            subject_id=row.membership.pk,
            step=step,
            subject=_("A text for colleagues waits for you"),
            body=_(
                "We ask of ourselves what we ask of volunteers. Will you read it, and say that you stand behind it?"
            ),
            user=row.membership.user,
            url=actor.url("agreements:my_charter"),
        )
        for row in rows
        if row.signed_on is None
    ]


@transaction.atomic
def understand_card(
    *, actor: Actor, programme: Programme, version: Version, kinds: tuple[str, ...]
) -> CardRead:
    """«I understand»: the reader of a card says so for themselves. Twice is once. `kinds`: the cards that
    this reader may read. Raises NotAllowed for a card that is not theirs."""
    person = Person.objects.select_for_update(of=("self",), no_key=True).get(
        pk=_self(actor), organisation_id=actor.organisation_id
    )
    shown = reading.cards_of(person, [programme], kinds, language="nl")
    if version.pk not in {each.version.pk for group in shown for each in group.cards}:
        raise NotAllowed(str(_("This card is not yours.")))
    made, is_new = CardRead.objects.get_or_create(
        version=version,
        person=person,
        programme=programme,
        defaults={"organisation_id": actor.organisation_id, "read_on": clock.today()},
    )
    if is_new:
        log.record("card.understood", actor=actor, target=version)
    return made


@transaction.atomic
def read_cards_together(*, actor: Actor, person: Person) -> int:
    """We read the cards together with somebody who has no account: what they did not read yet is written down
    as read today (S0-3). Returns how many. Raises NotAllowed, also for who has an account: they say it
    themselves."""
    copy_policies.can_prepare(actor).require()
    locked = (
        Person.objects.select_for_update(of=("self",), no_key=True)
        .filter(organisation_id=actor.organisation_id, user__isnull=True, pk=person.pk)
        .first()
    )
    if locked is None:
        raise NotAllowed(str(_("This card is not yours.")))
    found = reading.cards_read(locked, cards.as_volunteer(locked), reading.FOR_VOLUNTEERS)
    for programme, version in found.unread:
        CardRead.objects.get_or_create(
            version=version,
            person=locked,
            programme=programme,
            defaults={"organisation_id": actor.organisation_id, "read_on": clock.today()},
        )
    if found.unread:
        log.record("card.read-together", actor=actor, target=locked)
    return len(found.unread)


def _self(actor: Actor) -> UUID:
    if actor.person_id is None:
        raise NotAllowed(str(_("We don’t know yet who you are here: ask a coordinator.")))
    return actor.person_id
