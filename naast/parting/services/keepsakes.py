"""Writes about what stays after a goodbye: the keepsake, the yearly word, and forgetting in time."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate

from naast.audit import log
from naast.core import clock, night, retention
from naast.messaging.services import Letter, write
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation
from naast.parting.keeping import PARTINGS, WORDS, unwanted_keepsakes
from naast.parting.keepsake import gather
from naast.parting.letters import COME_BACK, KEEPSAKE
from naast.parting.links import link_of
from naast.parting.models import EarlierStep, Invitation, Keepsake, Parting, PartingReason, Seen
from naast.parting.services.partings import A_YEAR
from naast.parting.states import PartingState, Reason
from naast.people.models import VolunteerProfile


def make_keepsake(actor: Actor, parting: Parting, *, language: str) -> Keepsake:
    """What this person takes along, as it stands today; part of the transaction of the goodbye."""
    house = Organisation.objects.get(pk=parting.organisation_id)
    user = parting.person.user
    chosen = language or (user.language if user is not None else house.language)
    keepsake, _is_new = Keepsake.objects.update_or_create(
        parting=parting,
        defaults={
            "organisation_id": parting.organisation_id,
            "language": chosen,
            "made_on": clock.today(),
            "content": gather(parting, organisation=house.name, language=chosen, day=clock.today()),
        },
    )
    log.record("parting.keepsake-made", actor=actor, target=parting)
    return keepsake


def send_keepsake(actor: Actor, keepsake: Keepsake) -> None:
    """The letter with the link; none without an address, or after a death: then it is printed, or kept."""
    parting = keepsake.parting
    died = PartingReason.objects.filter(parting=parting, code=Reason.DIED).exists()
    if parting.person.email and not died:
        _write(actor, parting, keepsake, KEEPSAKE.code)


def _write(actor: Actor, parting: Parting, keepsake: Keepsake, kind: str) -> None:
    write(
        actor=actor,
        letter=Letter(
            address=parting.person.email,
            kind=kind,
            language=keepsake.language,
            values={"first_name": parting.person.first_name},
            about_id=parting.pk,
            url=link_of(keepsake, actor.slug),
        ),
    )


@transaction.atomic
def stop_invitation(*, actor: Actor, keepsake: Keepsake) -> None:
    """No word any more. Twice is the same as once."""
    rows = Invitation.objects.filter(parting_id=keepsake.parting_id, stopped_on__isnull=True)
    if rows.update(stopped_on=clock.today()):
        log.record("parting.invitation-stopped", actor=actor, target=keepsake.parting)


def invite_back(actor: Actor, now: datetime) -> int:
    """The yearly word to who wanted it and is not back already. Returns how many letters left."""
    due = Invitation.objects.filter(
        organisation_id=actor.organisation_id,
        stopped_on__isnull=True,
        next_on__lte=localdate(now),
        parting__state=PartingState.PARTED,
    )
    return night.each(list(due.values_list("pk", flat=True)), lambda pk: _invite(actor, pk))


@transaction.atomic
def _invite(actor: Actor, pk: UUID) -> int:
    invitation = (
        Invitation.objects.select_for_update(of=("self",))
        .select_related("parting__person", "parting__keepsake")
        .get(pk=pk)
    )
    if invitation.stopped_on is not None or invitation.next_on > clock.today():
        return 0
    parting = invitation.parting
    invitation.next_on = clock.today() + A_YEAR
    invitation.save(update_fields=["next_on"])
    keepsake = getattr(parting, "keepsake", None)
    is_former = VolunteerProfile.objects.filter(
        person_id=parting.person_id, status=VolunteerProfile.Status.FORMER
    ).exists()
    if keepsake is None or not is_former or not parting.person.email:
        return 0
    _write(actor, parting, keepsake, COME_BACK.code)
    log.record("parting.invited-back", actor=actor, target=parting)
    return 1


def forget(actor: Actor, now: datetime) -> int:
    """Two years after the end the words go; what is needed to count stays. A keepsake goes too, also where nothing
    was said, but stays as long as somebody wants a yearly word. Returns how many."""
    old = retention.going(PARTINGS, actor.organisation_id, day=localdate(now))
    number = night.in_batches(old, lambda rows: _empty(actor, rows))
    return retention.went(PARTINGS, actor.organisation_id, number)


def _empty(actor: Actor, rows: list[Parting]) -> int:
    ids = [row.pk for row in rows]
    EarlierStep.objects.filter(parting__in=ids).delete()
    Seen.objects.filter(parting__in=ids).delete()
    unwanted_keepsakes().filter(parting__in=ids).delete()
    Parting.objects.filter(pk__in=ids).update(**dict.fromkeys(WORDS, ""))
    for row in rows:
        log.record("parting.words-erased", actor=actor, target=row)
    return len(ids)
