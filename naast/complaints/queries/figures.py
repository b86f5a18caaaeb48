"""How many, about what, how it ended and whether terms were kept, in a year: never who.

Only what is over counts, and a number under three is not shown, also not when it is nothing: otherwise somebody
would read here that there was a complaint about the only coordinator.
"""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Q
from django.utils.translation import gettext_lazy as _

from naast.complaints.models import Complaint
from naast.complaints.policies import complaints as policies
from naast.complaints.states import OVER, About, ComplaintState, Content
from naast.core.text import Text
from naast.organisations.actors import Actor

LEAST_SHOWN = 3
FEWER: Text = _("fewer than three")


@dataclass(frozen=True, slots=True)
class Figures:
    """One year: lines of (words, number or «fewer than three»)."""

    year: int
    total: int | Text
    about: list[tuple[Text, int | Text]]
    ended: list[tuple[Text, int | Text]]
    kept: list[tuple[Text, int | Text]]


def shown(number: int) -> int | Text:
    """The number, or words when it is too small to say."""
    return number if number >= LEAST_SHOWN else FEWER


def figures_of(actor: Actor, *, year: int) -> Figures:
    """The year of the house. Three queries. Raises NotAllowed."""
    policies.can_read_figures(actor).require()
    rows = Complaint.objects.filter(
        organisation_id=actor.organisation_id,
        closed_on__gte=date(year, 1, 1),
        closed_on__lt=date(year + 1, 1, 1),
    ).order_by()
    about = dict(rows.values_list("about").annotate(count=Count("pk")))
    ended = dict(rows.values_list("state").annotate(count=Count("pk")))
    answered = Q(answered_on__isnull=False)
    good = (Content.YES, Content.PARTLY)
    counts = rows.aggregate(
        confirmed=Count("pk", filter=Q(confirmed_on__lte=F("confirm_by"))),
        in_time=Count("pk", filter=answered & Q(answered_on__lte=F("answer_by"))),
        late=Count("pk", filter=answered & Q(answered_on__gt=F("answer_by"))),
        talked=Count("pk", filter=answered & Q(talk__held_on__isnull=False)),
        both=Count("pk", filter=Q(reporter_content__in=good, other_content__in=good)),
        appealed=Count("pk", filter=Q(appealed_on__isnull=False)),
    )
    words: dict[str, Text] = {
        "confirmed": _("Confirmed in time"),
        "in_time": _("Answered in time"),
        "late": _("Answered later than promised"),
        "talked": _("Talked about together, with a mediator"),
        "both": _("Good, or partly good, for both"),
        "appealed": _("Went on to the body for appeal"),
    }
    return Figures(
        year=year,
        total=shown(sum(about.values())),
        about=[(each.label, shown(about.get(each.value, 0))) for each in About],
        ended=[(ComplaintState(each).label, shown(ended.get(each.value, 0))) for each in OVER],
        kept=[(label, shown(counts[name])) for name, label in words.items()],
    )
