"""The four channels of support of one volunteer, who is in each, and the next date (S0-48)."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from naast.core.text import Text
from naast.intervision.models import Evening
from naast.people.models import Person
from naast.support.models import Plan, Talk
from naast.support.states import TalkKind


@dataclass(frozen=True, slots=True)
class Channel:
    """One way in which somebody is not alone: who, when next, and what is known besides."""

    code: str
    label: Text
    who: str
    next_on: date | None
    note: Text = ""


def next_evening(person: Person, *, now: datetime) -> Evening | None:
    """The next evening of a group somebody belongs to."""
    return (
        Evening.objects.filter(
            series__members__person=person,
            series__members__left_on__isnull=True,
            starts_at__gt=now,
            cancelled_at__isnull=True,
        )
        .select_related("series")
        .order_by("starts_at")
        .first()
    )


def next_talk(person: Person) -> Talk | None:
    """The first talk that is planned, or waits to be written down."""
    coming = Talk.objects.filter(person=person, held_on__isnull=True, cancelled_on__isnull=True)
    return coming.select_related("led_by__user").order_by("planned_on", "id").first()


def who_stands_by(plan: Plan | None) -> str:
    """The guide and the backup, by name."""
    if plan is None:
        return ""
    names = [member.user.name for member in (plan.guide, plan.backup) if member is not None]
    return ", ".join(names)


def channels(person: Person, plan: Plan | None, *, now: datetime) -> list[Channel]:
    """All four, also those in which nothing is arranged yet; two queries."""
    evening, talk = next_evening(person, now=now), next_talk(person)
    return [
        Channel(
            "contact",
            _("Somebody who answers"),
            who_stands_by(plan),
            plan.due_on if plan else None,
            rhythm_words(plan),
        ),
        Channel(
            "fellows",
            _("Fellow volunteers"),
            plan.fellows if plan else "",
            _to_come(plan.fellows_on if plan else None, localdate(now)),
        ),
        Channel(
            "evenings",
            _("Evenings together"),
            evening.series.name if evening else "",
            localdate(evening.starts_at) if evening else None,
        ),
        _of_talks(plan, talk),
    ]


def _to_come(day: date | None, today: date) -> date | None:
    return day if day is not None and day >= today else None


def _of_talks(plan: Plan | None, talk: Talk | None) -> Channel:
    label = _("A talk of your own")
    if talk is not None:
        note = talk.get_kind_display()
        return Channel("talks", label, talk.led_by.user.name, talk.planned_on, note)
    if plan is not None and plan.talk_due_on is not None:
        kind = TalkKind(plan.talk_kind).label
        return Channel("talks", label, "", plan.talk_due_on, _("to plan: %s") % kind)
    return Channel("talks", label, "", None)


def rhythm_words(plan: Plan | None) -> str:
    """«Every three weeks, by phone»; empty while there is no plan."""
    if plan is None:
        return ""
    if plan.every_weeks is None:
        return plan.get_way_display() if plan.way else ""
    every = ngettext("every %(weeks)s week", "every %(weeks)s weeks", plan.every_weeks) % {
        "weeks": plan.every_weeks
    }
    return f"{every}, {plan.get_way_display()}" if plan.way else every
