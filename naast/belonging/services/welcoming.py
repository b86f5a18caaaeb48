"""Writes about first days: how a programme welcomes, who awaits whom, and that somebody was received (S1-219)."""

from collections.abc import Collection, Sequence
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from naast.audit import log
from naast.belonging import texts
from naast.belonging.errors import DayRefused
from naast.belonging.inputs import FirstDayPlan, WelcomeTerms
from naast.belonging.models import FirstDay, Welcome
from naast.belonging.policies import first_days as policies
from naast.core import clock, night
from naast.core.errors import DomainError, StateConflict
from naast.organisations.actors import Actor
from naast.organisations.models import Membership, Organisation
from naast.organisations.queries import get_membership
from naast.people.models import VolunteerProfile
from naast.programmes.models import Engagement, Programme
from naast.programmes.queries import lock_programme

# Who started longer ago is not new any more: loading a list makes no first days.
STILL_NEW = timedelta(days=7)
WELCOMED = (VolunteerProfile.Status.ACTIVE, VolunteerProfile.Status.INTERESTED)


@transaction.atomic
def change_welcome(*, actor: Actor, programme_id: UUID, terms: WelcomeTerms) -> Welcome:
    """How a programme welcomes from now on; first days that were prepared stay as they are, but those to come
    without a host get this one. Raises Programme.DoesNotExist, NotAllowed or DomainError."""
    programme = lock_programme(actor, programme_id)
    policies.can_plan(actor).require()
    host_id = _present(actor, terms.host_id)
    welcome, _made = Welcome.objects.update_or_create(
        programme=programme,
        organisation_id=actor.organisation_id,
        defaults={
            "host_id": host_id,
            "place": terms.place,
            "lines": list(terms.lines),
            "check_weeks": sorted(set(terms.check_weeks)),
            "mentor_weeks": sorted(set(terms.mentor_weeks)),
            "look_months": terms.look_months,
            "end_weeks": terms.end_weeks,
        },
    )
    if host_id is not None:
        open_days = FirstDay.objects.filter(
            engagement__programme=programme, received_on__isnull=True, host__isnull=True
        )
        host = Membership.objects.filter(pk=host_id, person_id__isnull=False)
        others = open_days.exclude(engagement__person__in=host.values("person_id"))
        others.filter(day__gte=clock.today()).update(host_id=host_id)
    log.record("welcome.changed", actor=actor, target=programme)
    return welcome


def _present(actor: Actor, membership_id: UUID | None) -> UUID | None:
    if membership_id is not None and get_membership(actor, membership_id) is None:
        raise DomainError(_("This colleague is no longer here. Choose somebody else."))
    return membership_id


def to_prepare(actor: Actor) -> QuerySet[Engagement]:
    """Whoever starts or just started, and has no first day yet."""
    return Engagement.objects.filter(
        organisation_id=actor.organisation_id,
        ended_on__isnull=True,
        started_on__gte=clock.today() - STILL_NEW,
        first_day__isnull=True,
        person__volunteer__status__in=WELCOMED,
        programme__status=Programme.Status.ACTIVE,
    )


def prepare_first_days(*, actor: Actor) -> int:
    """Make the first day of everybody who starts: the night does it, and a coordinator who can't wait. Returns how
    many. Raises NotAllowed."""
    policies.can_plan(actor).require()
    house = Organisation.objects.get(pk=actor.organisation_id)
    rows = to_prepare(actor).select_related("programme__welcome__host", "programme__location")
    return night.in_batches(rows, lambda batch: _prepare(batch, house.language))


def _prepare(batch: Sequence[Engagement], language: str) -> int:
    usual = texts.first_day_lines(language)
    # Two coordinators, or the night, at once: one first day each.
    made = [_first_day(each, usual) for each in batch]
    return len(FirstDay.objects.bulk_create(made, ignore_conflicts=True))


def _first_day(engagement: Engagement, usual: Sequence[str]) -> FirstDay:
    welcome: Welcome | None = getattr(engagement.programme, "welcome", None)
    host = welcome.host if welcome is not None else None
    if host is not None and (host.ended_on is not None or host.person_id == engagement.person_id):
        # Who left since is no host any more, and nobody awaits themselves.
        host = None
    location = engagement.programme.location
    place = welcome.place if welcome is not None else ""
    lines = (welcome.lines if welcome is not None else None) or usual
    return FirstDay(
        organisation_id=engagement.organisation_id,
        engagement=engagement,
        host=host,
        day=engagement.started_on,
        place=place or (location.name if location is not None else ""),
        lines=[{"what": line, "done": False} for line in lines],
    )


def lock_first_day(actor: Actor, first_day_id: UUID) -> FirstDay:
    """The first day, locked. Raises FirstDay.DoesNotExist."""
    rows = policies.visible_to(actor).select_related("engagement")
    return rows.select_for_update(of=("self",)).get(pk=first_day_id)


@transaction.atomic
def plan_first_day(*, actor: Actor, first_day_id: UUID, plan: FirstDayPlan) -> FirstDay:
    """Name who awaits somebody, when and where. Raises FirstDay.DoesNotExist, NotAllowed, DayRefused, DomainError,
    or StateConflict once they were received."""
    policies.can_plan(actor).require()
    first_day = lock_first_day(actor, first_day_id)
    _require_open(first_day)
    if plan.day < first_day.engagement.started_on:
        raise DayRefused("day", _("The first day is not before the start."))
    first_day.host_id = _present(actor, plan.host_id)
    if first_day.host is not None and first_day.host.person_id == first_day.engagement.person_id:
        raise DomainError(_("Nobody awaits themselves: choose somebody else."))
    first_day.day, first_day.hour, first_day.place = plan.day, plan.hour, plan.place
    first_day.save(update_fields=["host", "day", "hour", "place"])
    log.record("first-day.planned", actor=actor, target=first_day)
    return first_day


def _require_open(first_day: FirstDay) -> None:
    if first_day.received_on is not None:
        raise StateConflict(_("This person was received already."))


@transaction.atomic
def tick(*, actor: Actor, first_day_id: UUID, done: Collection[int]) -> FirstDay:
    """Which lines of the first day are done, by their place. Raises FirstDay.DoesNotExist, NotAllowed or
    StateConflict."""
    first_day = lock_first_day(actor, first_day_id)
    policies.can_receive(actor, first_day).require()
    _require_open(first_day)
    first_day.lines = [
        {**line, "done": place in done} for place, line in enumerate(first_day.lines)
    ]
    first_day.save(update_fields=["lines"])
    return first_day


@transaction.atomic
def confirm_received(*, actor: Actor, first_day_id: UUID, done: Collection[int]) -> FirstDay:
    """«They were received»: the desk need not ask any more. Raises as `tick`, and DayRefused before the day
    itself."""
    first_day = tick(actor=actor, first_day_id=first_day_id, done=done)
    if first_day.day > clock.today():
        raise DayRefused("done", _("That day is still to come."))
    first_day.received_on, first_day.received_by_id = clock.today(), actor.membership_id
    first_day.save(update_fields=["received_on", "received_by"])
    log.record("first-day.received", actor=actor, target=first_day)
    return first_day
