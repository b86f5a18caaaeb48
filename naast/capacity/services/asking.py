"""Whom it is worth asking: written down by the night and after each self-check, closed by a talk."""

from collections.abc import Collection
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.audit import log
from naast.capacity.errors import AlreadyTalked
from naast.capacity.inputs import Talk
from naast.capacity.models import StepBack, WorthAsking
from naast.capacity.policies import load as policies
from naast.capacity.queries.facts import carried_by
from naast.capacity.services.telling import tell_volunteer
from naast.capacity.states import SAID, Reason
from naast.capacity.weighing import Weighed, weigh
from naast.organisations.actors import Actor

# After a talk nobody asks again for a while, unless the person says something new.
LEFT_IN_PEACE = timedelta(days=28)
TALKED = (
    gettext_lazy("What we agreed"),
    gettext_lazy("We talked about how much you do. You can read what we agreed in Naast."),
)


@transaction.atomic
def look_at(*, actor: Actor, person_ids: Collection[UUID], today: date) -> int:
    """Weigh what these volunteers carry, and write down whom it is worth asking. A question that no longer
    stands out goes, unasked. Who asked to step back is on the desk already. Returns how many are new."""
    weighed = {
        person_id: weigh(carried)
        for person_id, carried in carried_by(actor.organisation_id, person_ids, today=today).items()
    }
    rows = WorthAsking.objects.filter(
        organisation_id=actor.organisation_id, person_id__in=person_ids
    )
    open_rows = {row.person_id: row for row in rows.filter(talked_on__isnull=True)}
    lately = set(
        rows.filter(talked_on__gt=today - LEFT_IN_PEACE).values_list("person_id", flat=True)
    )
    asked = _who_asked(actor, person_ids, today)
    new, changed, gone = [], [], []
    for person_id, found in weighed.items():
        row = open_rows.get(person_id)
        if person_id in asked or not _stands_out(found, is_lately=person_id in lately):
            gone += [row.pk] if row else []
        elif row is None:
            new.append(_question(actor, person_id, found, today))
        elif _takes_over(row, found):
            changed.append(row)
    # What a colleague wrote down in the meantime stays, and a self-check at the same moment asked first.
    WorthAsking.objects.filter(pk__in=gone, talked_on__isnull=True).delete()
    WorthAsking.objects.bulk_update(changed, ["end", "reasons", "is_for_staff"])
    WorthAsking.objects.bulk_create(new, ignore_conflicts=True)
    return len(new)


def _who_asked(actor: Actor, person_ids: Collection[UUID], today: date) -> set[UUID]:
    """Who waits for a call about less, or takes a break, or was called about that lately."""
    rows = StepBack.objects.filter(
        organisation_id=actor.organisation_id,
        person_id__in=person_ids,
        taken_back_on__isnull=True,
    )
    return {
        row.person_id
        for row in rows
        if row.talked_on is None
        or row.talked_on > today - LEFT_IN_PEACE
        or (row.is_break and row.back_on is None)
    }


def _stands_out(found: Weighed, *, is_lately: bool) -> bool:
    """After a talk only what the person says anew is worth a question."""
    if is_lately and SAID.isdisjoint(found.reasons):
        return False
    return found.is_worth_asking


def _question(actor: Actor, person_id: UUID, found: Weighed, today: date) -> WorthAsking:
    return WorthAsking(
        organisation_id=actor.organisation_id,
        person_id=person_id,
        since_on=today,
        end=found.outcome,
        reasons=[reason.value for reason in found.reasons],
        is_for_staff=_is_for_staff(found),
    )


def _is_for_staff(found: Weighed) -> bool:
    """Something that happened speaks: what only the person told stays between them and the coordinator."""
    return any(reason not in SAID and reason != Reason.IDLE for reason in found.reasons)


def _takes_over(row: WorthAsking, found: Weighed) -> bool:
    """Set the newest reasons. Returns whether something changed."""
    before = (row.end, row.reasons, row.is_for_staff)
    row.end, row.reasons = found.outcome, [reason.value for reason in found.reasons]
    row.is_for_staff = _is_for_staff(found)
    return before != (row.end, row.reasons, row.is_for_staff)


@transaction.atomic
def note_talk(*, actor: Actor, worth_asking_id: UUID, talk: Talk) -> WorthAsking:
    """Somebody asked how it goes; what was agreed is there for the volunteer too.

    Raises WorthAsking.DoesNotExist, NotAllowed, or AlreadyTalked when a colleague was first.
    """
    rows = policies.worth_asking(actor).select_related("person__user")
    asking = rows.select_for_update(of=("self",), no_key=True).get(pk=worth_asking_id)
    policies.can_look_after(actor, asking.person_id).require()
    if asking.talked_on is not None:
        raise AlreadyTalked(_("A colleague wrote this down already."))
    asking.talked_on, asking.agreed = talk.talked_on, talk.agreed
    asking.talked_by_id = actor.membership_id
    asking.save(update_fields=["talked_on", "agreed", "talked_by"])
    log.record("load.asked", actor=actor, target=asking.person)
    tell_volunteer(actor, asking.person, TALKED, actor.url("capacity:mine"))
    return asking


def close_question(*, actor: Actor, person_id: UUID) -> None:
    """The volunteer acts on it themselves: the open question goes. Part of the transaction that does so."""
    WorthAsking.objects.filter(
        organisation_id=actor.organisation_id, person_id=person_id, talked_on__isnull=True
    ).delete()
