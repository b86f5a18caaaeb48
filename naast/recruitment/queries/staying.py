"""Whether a quick start is followed by a quick goodbye: pace beside staying (S1-246)."""

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.db.models import Count, DurationField, ExpressionWrapper, F, Sum
from django.utils.translation import gettext_lazy as _

from naast.core.text import Text
from naast.organisations.actors import Actor
from naast.programmes.models import PathStage, Selection
from naast.programmes.path import STAGES_OF, USUAL
from naast.recruitment import small_numbers
from naast.recruitment.queries.figures import journeys
from naast.recruitment.small_numbers import LEAST, Cell

QUICK, ADVISED, SLOW = "quick", "advised", "slow"
PACES: dict[str, Text] = {
    QUICK: _("Quicker than advised"),
    ADVISED: _("As advised"),
    SLOW: _("Slower than advised"),
}
Band = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Pace:
    """Who started at one pace: how many, of those whose first three months are over, and how many of them
    were still there. None: fewer than five, or to be found from one."""

    label: Text
    started: Cell
    still_there: Cell


def staying(actor: Actor, *, year: int) -> list[Pace]:
    """Who started quickly, as advised or slowly, and how many were still there after three months. The
    pace is that from the first day to the start, beside the days that the path of the programme advises in
    all. Two queries. Raises NotAllowed."""
    length = ExpressionWrapper(F("started_on") - F("came_on"), output_field=DurationField())
    counted = (
        journeys(actor, year)
        .filter(started_on__isnull=False, is_still_there__isnull=False)
        .order_by()
        .annotate(took=length)
        .values_list("programme_id", "programme__selection", "took", "is_still_there")
        .annotate(number=Count("id"))
    )
    bands = _bands(actor)
    came, stayed = Counter[str](), Counter[str]()
    for programme, selection, took, is_still_there, number in counted:
        pace = _pace(took, bands.get(programme) or _usual(Selection(selection)))
        came[pace] += number
        stayed[pace] += number if is_still_there else 0
    paces = [pace for pace in PACES if came[pace]]
    shown = small_numbers.hide(
        [[came[pace], _safe(came[pace], stayed[pace])] for pace in paces],
        by_row=False,
        by_column=True,
    )
    return [Pace(PACES[pace], *cells) for pace, cells in zip(paces, shown, strict=True)]


def _safe(came: int, stayed: int) -> int:
    """How many stayed; none, which is hidden, where it would say of fewer than five that they left."""
    return 0 if 0 < came - stayed < LEAST else stayed


def _pace(took: timedelta, band: Band) -> str:
    least, most = band
    if took.days < least:
        return QUICK
    return SLOW if took.days > most else ADVISED


def _bands(actor: Actor) -> dict[UUID, Band]:
    """Programme → the least and the most days that its path advises in all; without stages: not there."""
    lines = PathStage.objects.filter(organisation_id=actor.organisation_id, is_on=True)
    summed = (
        lines.order_by()
        .values_list("programme_id")
        .annotate(least=Sum("least_days"), most=Sum("most_days"))
    )
    return {programme: (least, most) for programme, least, most in summed}


def _usual(selection: Selection) -> Band:
    """Without stages of its own: as much of the usual way as its selection asks."""
    usual = [USUAL[kind] for kind in STAGES_OF[selection]]
    return sum(each.least_days for each in usual), sum(each.most_days for each in usual)
