"""How long signals are kept: a year after they were closed and answered (spec/law part 3). No other choice: the day
stands on the page of each signal, and who told it was promised it."""

from datetime import date
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from naast.core import clock, drafts
from naast.core.retention import Kind, register
from naast.messaging.reminders import forget_reminders
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation
from naast.signals import rules
from naast.signals.models import Signal
from naast.signals.services import chain, nightly


def due(organisation_id: UUID, before: date) -> QuerySet[Signal]:
    """Closed before that day."""
    return Signal.objects.filter(
        organisation_id=organisation_id, closed_at__lt=clock.morning(before)
    )


def erase(ids: list[UUID]) -> int:
    """These signals with all that was written about them, and that somebody was reminded of them. Part of the
    transaction of the caller. Returns how many signals went."""
    rows = Signal.objects.filter(pk__in=ids)
    for house in Organisation.objects.filter(pk__in=rows.values("organisation_id")):
        for kind in (chain.UNSEEN, nightly.DUE):
            forget_reminders(Actor.system(house, reason="nightly signals"), kind, ids)
    for signal_id in ids:
        drafts.forget_about(str(signal_id))
    return rows.delete()[1].get("signals.Signal", 0)


SIGNALS = Kind(
    code="signals",
    title=_("Signals"),
    months=rules.KEPT_MONTHS,
    least=rules.KEPT_MONTHS,
    most=rules.KEPT_MONTHS,
    starts=_("the day on which it was closed"),
    reason=_("Long enough to look back once, and no longer."),
    due=due,
    erase=erase,
    person="about",
    # A boundary that a colleague crossed is about them, and one in a match about both.
    others=("reporter", "colleague__person_id", "match__participant", "match__volunteer"),
    at_once=100,
)
register(SIGNALS)
