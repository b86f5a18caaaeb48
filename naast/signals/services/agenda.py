"""What of a signal the team may talk about: a few words of the handler, without anybody in them (S1-141)."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from naast.audit import log
from naast.core import clock
from naast.core.errors import Incomplete
from naast.intervision import anonymity
from naast.intervision.services.checking import check_text
from naast.organisations.actors import Actor
from naast.organisations.taps import same_words
from naast.people.names import words
from naast.signals.models import AgendaPoint, Signal
from naast.signals.policies import agenda as policies
from naast.signals.services.handling import lock_taken_up


@transaction.atomic
def put_on_agenda(*, actor: Actor, signal_id: UUID, text: str, is_checked: bool) -> AgendaPoint:
    """Put it on the agenda of the team, in words that lead to nobody. Raises Signal.DoesNotExist, StateConflict,
    Incomplete for a name of who is in the signal, and what intervision's check raises."""
    signal = lock_taken_up(actor, signal_id)
    _refuse_names_of(signal, text)
    said = check_text(actor=actor, text=text, is_checked=is_checked)
    before = same_words(signal.agenda_points.filter(discussed_on__isnull=True), words=said)
    if before is not None:
        return before  # a second tap
    point = AgendaPoint.objects.create(
        organisation_id=signal.organisation_id,
        signal=signal,
        words=said,
        put_by_id=actor.membership_id,
    )
    log.record("signal.put-on-agenda", actor=actor, target=signal)
    return point


def _refuse_names_of(signal: Signal, text: str) -> None:
    """Whoever looks up names: those in the signal itself are never among the words."""
    people = [signal.about, signal.reporter]
    if signal.match is not None:
        people += [signal.match.participant, signal.match.volunteer]
    known = words(*(name for one in people if one for name in (one.given_name, one.family_name)))
    if signal.colleague is not None:
        known |= words(signal.colleague.user.name)
    found = anonymity.traces(text, known=known, perhaps=()).certain
    if found:
        raise Incomplete({"text": _("Leave out the names: nobody may be recognised.")})


@transaction.atomic
def conclude(
    *, actor: Actor, point_id: UUID, discussed_on: date, conclusion: str, is_checked: bool
) -> AgendaPoint:
    """The team talked about it, and what was agreed; again without anybody in it. Raises AgendaPoint.DoesNotExist,
    NotAllowed, Incomplete, and what intervision's check raises."""
    rows = policies.visible_to(actor).select_for_update(of=("self",), no_key=True)
    point = rows.get(pk=point_id)
    policies.can_conclude(actor, point).require()
    if discussed_on > clock.today():
        raise Incomplete({"discussed_on": _("Choose today or a day in the past.")})
    point.conclusion = check_text(actor=actor, text=conclusion, is_checked=is_checked)
    point.discussed_on = discussed_on
    point.save(update_fields=["conclusion", "discussed_on"])
    log.record("signal.agenda-concluded", actor=actor, target=point)
    return point
