"""Writes about the calls after an end (instruments B12)."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from naast.audit import log
from naast.companionship.models import Match
from naast.core import clock
from naast.core.errors import Incomplete, StateConflict
from naast.organisations.actors import Actor
from naast.parting import aftercare
from naast.parting.models import Care, Invitation, Parting
from naast.parting.policies import closings as policies
from naast.parting.states import CareKind, Reason, Side


def plan_calls(actor: Actor, match: Match) -> None:
    """The calls to both after an end. Part of the transaction of the end; twice is the same as once."""
    calls = aftercare.calls_after(
        reason=match.end_reason,
        initiative=match.end_initiative,
        ended_on=match.ended_on or clock.today(),
    )
    _plan(match, calls)
    if calls:
        log.record("match.aftercare-planned", actor=actor, target=match)


def plan_calls_after_death(actor: Actor, match: Match, side: str) -> None:
    """The calls to who stays behind: within two days, and later again. The two days count from when it was
    told, not from when it happened. Part of a transaction."""
    _plan(match, aftercare.calls_for(side, ended_on=clock.today(), is_death=True))
    log.record("match.aftercare-planned", actor=actor, target=match, changes={"side": side})


def _plan(match: Match, calls: Iterable[aftercare.Call]) -> None:
    Care.objects.bulk_create(
        (
            Care(
                organisation_id=match.organisation_id,
                match=match,
                side=call.side,
                kind=call.kind,
                due_on=call.due_on,
            )
            for call in calls
        ),
        ignore_conflicts=True,
    )


def let_rest(actor: Actor, parting: Parting) -> None:
    """After the goodbye to a volunteer who died nobody rings them after an end, and no yearly word leaves. Part of
    the transaction of the goodbye."""
    if not parting.reasons.filter(code=Reason.DIED).exists():
        return
    Care.objects.filter(
        match__volunteer_id=parting.person_id, side=Side.VOLUNTEER, done_on__isnull=True
    ).delete()
    Invitation.objects.filter(parting__person_id=parting.person_id).delete()
    log.record("parting.let-rest", actor=actor, target=parting)


@transaction.atomic
def offer_debrief(*, actor: Actor, match_id: UUID, side: str) -> Care:
    """It was heavy for one of the two: we call within a week. Raises Match.DoesNotExist or NotAllowed."""
    match = policies.matches_visible_to(actor).get(pk=match_id)
    policies.can_close(actor, match).require()
    care, is_new = Care.objects.get_or_create(
        match=match,
        side=side,
        kind=CareKind.DEBRIEF,
        defaults={
            "organisation_id": match.organisation_id,
            "due_on": clock.today() + aftercare.DEBRIEF_AFTER,
        },
    )
    if is_new:
        log.record("match.debrief-offered", actor=actor, target=match, changes={"side": side})
    return care


@transaction.atomic
def note_call(*, actor: Actor, care_id: UUID, done_on: date, note: str) -> Care:
    """Somebody called: how it is now, in a few words. Raises Care.DoesNotExist, StateConflict when a colleague
    called already, or Incomplete."""
    rows = policies.care_visible_to(actor).select_for_update(of=("self",), no_key=True)
    care = rows.select_related("match").get(pk=care_id)
    if care.done_on is not None:
        raise StateConflict(_("A colleague wrote this down already."))
    missing = {}
    if done_on > clock.today():
        missing["done_on"] = _("Choose today or a day in the past.")
    if not note.strip():
        missing["note"] = _("Write in a few words how it is now.")
    if missing:
        raise Incomplete(missing)
    care.done_on, care.note, care.noted_by_id = done_on, note.strip(), actor.membership_id
    care.save(update_fields=["done_on", "note", "noted_by"])
    log.record(
        "match.aftercare-given",
        actor=actor,
        target=care.match,
        changes={"side": care.side, "kind": care.kind},
    )
    return care
