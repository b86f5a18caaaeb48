"""When somebody was here: months with days and hours, and nobody else in it."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, QuerySet, Sum
from django.db.models.functions import TruncMonth

from naast.companionship.models import Visit
from naast.organisations.actors import Actor
from naast.privacy.models import AttendanceLetter
from naast.privacy.policies import consents as policies


@dataclass(frozen=True, slots=True)
class Month:
    """One month: on how many days somebody was here, and for how many minutes, as far as they said it."""

    first: date
    days: int
    minutes: int


def letters(actor: Actor) -> QuerySet[AttendanceLetter]:
    """What was asked, with who asked it."""
    return policies.letters_visible_to(actor).select_related("person", "written_by__user")


def to_print(actor: Actor) -> QuerySet[AttendanceLetter]:
    """Whose file the actor may open: see the rule."""
    return policies.letters_to_print(actor).select_related("person")


def months_of(letter: AttendanceLetter) -> list[Month]:
    """What the volunteer told themselves of their visits in this period. One query."""
    rows = (
        Visit.objects.filter(
            match__volunteer_id=letter.person_id,
            organisation_id=letter.organisation_id,
            visited_on__range=(letter.from_on, letter.until_on),
        )
        .annotate(month=TruncMonth("visited_on"))
        .order_by()
        .values("month")
        .annotate(days=Count("visited_on", distinct=True), minutes=Sum("minutes"))
    )
    found = [Month(row["month"], row["days"], row["minutes"] or 0) for row in rows]
    return sorted(found, key=lambda month: month.first)
