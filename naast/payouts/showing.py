"""A claim in words: what was asked, the trip, and who looked. No queries."""

from collections.abc import Iterator

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from naast.core.templatetags.ui_blocks import Definition
from naast.expenses import money
from naast.expenses.models import Claim
from naast.expenses.states import Task
from naast.organisations.models import Membership


def facts_of(claim: Claim) -> list[Definition]:
    """What was asked back, and for what."""
    return [
        Definition(_("Amount"), money.euro(claim.cents)),
        Definition(_("What"), claim.get_kind_display()),
        Definition(_("On which day"), date_format(claim.day, "l j F Y")),
        *_trip(claim),
        *_task(claim),
        *_paper(claim),
        Definition(_("Sent on"), date_format(claim.created_at, "j F Y")),
        *_looks(claim),
    ]


def _trip(claim: Claim) -> Iterator[Definition]:
    if claim.km is not None:
        yield Definition(
            _("Kilometres"), f"{money.kilometres(claim.km)} · {claim.get_vehicle_display()}"
        )
    elif claim.vehicle:
        yield Definition(_("With what"), claim.get_vehicle_display())
    if claim.from_place or claim.to_place:
        yield Definition(_("From and to"), f"{claim.from_place} → {claim.to_place}")
    if claim.purpose:
        yield Definition(_("What for"), claim.purpose)
    if claim.hours is not None:
        yield Definition(_("Hours"), money.number(claim.hours))
    if claim.visit is not None:
        yield Definition(_("Visit that was told"), date_format(claim.visit.visited_on, "j F Y"))


def _task(claim: Claim) -> Iterator[Definition]:
    if claim.programme is not None:
        yield Definition(_("Programme"), claim.programme.name)
    if claim.task != Task.ORDINARY:
        yield Definition(_("Kind of task"), claim.get_task_display())


def _paper(claim: Claim) -> Iterator[Definition]:
    number = getattr(claim, "paper", "")
    if number:
        yield Definition(_("The bill is on paper, number"), number)


def _looks(claim: Claim) -> Iterator[Definition]:
    writer = claim.entered_by
    if writer is not None and writer.person_id != claim.cost_year.person_id:
        yield Definition(_("Written down by"), _name(writer))
    if claim.first_look_by is not None:
        yield Definition(_("Looked first"), _name(claim.first_look_by))
    if claim.second_look_by is not None:
        yield Definition(_("Looked second"), _name(claim.second_look_by))
    if claim.paid_on is not None:
        yield Definition(_("Paid on"), date_format(claim.paid_on, "j F Y"))


def _name(member: Membership) -> str:
    return member.user.name or member.user.email
