"""Reads of talks: for staff what they may see, for the candidate what stands behind their own link."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import QuerySet

from naast.organisations.actors import Actor
from naast.organisations.models import Membership
from naast.organisations.queries import colleagues
from naast.recruitment.models import Application, Talk, TalkOption
from naast.recruitment.policies import talks as policies
from naast.recruitment.policies.applications import STAFF

LONGEST = timedelta(hours=8)


@dataclass(frozen=True, slots=True)
class TalkLine:
    """One talk as a page shows it, with what this reader may do."""

    talk: Talk
    moments: list[datetime]
    can_change: bool
    can_round_off: bool

    @property
    def host_name(self) -> str:
        """Who leads it."""
        return name_of(self.talk.host)


@dataclass(frozen=True, slots=True)
class TalksPanel:
    """What `recruitment/_talks.html` shows on the page of an application."""

    ahead: list[TalkLine]
    past: list[TalkLine]
    can_plan: bool


@dataclass(frozen=True, slots=True)
class OwnTalk:
    """One talk on the candidate's own page."""

    talk: Talk
    is_to_choose: bool
    is_planned: bool

    @property
    def host_name(self) -> str:
        """Who waits for them."""
        return name_of(self.talk.host)


def name_of(host: Membership | None) -> str:
    """What people call whoever leads a talk; empty when nobody is named."""
    return (host.user.name or "") if host is not None else ""


def host_choices(actor: Actor) -> QuerySet[Membership]:
    """Colleagues who may lead a talk."""
    return colleagues(actor, *STAFF)


def get_talk(actor: Actor, application_id: UUID, talk_id: UUID) -> Talk | None:
    """One talk of one application, or None when this actor may not know it exists."""
    return (
        policies.visible_to(actor)
        .select_related("application__programme", "host__user")
        .filter(pk=talk_id, application_id=application_id)
        .first()
    )


def lock_talk(actor: Actor, talk_id: UUID) -> Talk:
    """The talk, locked until the transaction ends. Raises Talk.DoesNotExist."""
    return (
        policies.visible_to(actor)
        .select_related("host__user")
        .select_for_update(of=("self",), no_key=True)
        .get(pk=talk_id)
    )


def talks_panel(actor: Actor, application: Application) -> TalksPanel:
    """The talks of an application, what is ahead first; two queries."""
    rows = (
        Talk.objects.filter(organisation_id=actor.organisation_id, application=application)
        .select_related("host__user")
        .prefetch_related("options")
    )
    lines = [_line(actor, application, talk) for talk in rows]
    return TalksPanel(
        ahead=[line for line in lines if line.talk.status in policies.STILL_AHEAD],
        past=[line for line in reversed(lines) if line.talk.status not in policies.STILL_AHEAD],
        can_plan=bool(policies.can_plan(actor, application)),
    )


def _line(actor: Actor, application: Application, talk: Talk) -> TalkLine:
    talk.application = application
    return TalkLine(
        talk=talk,
        moments=[option.starts_at for option in talk.options.all()],
        can_change=bool(policies.can_change(actor, talk)),
        can_round_off=is_to_round_off(actor, talk),
    )


def is_to_round_off(actor: Actor, talk: Talk) -> bool:
    """Whether this reader of the page may say how a planned talk went; asks the database nothing."""
    leads = actor.is_coordinator or talk.host_id == actor.membership_id
    return leads and talk.status == Talk.Status.PLANNED


def own_talks(application: Application) -> list[OwnTalk]:
    """The talks that the candidate still has ahead, for `recruitment/_own_talks.html`."""
    rows = Talk.objects.filter(
        organisation_id=application.organisation_id,
        application=application,
        status__in=policies.STILL_AHEAD,
    ).select_related("host__user")
    return [
        OwnTalk(talk, talk.status == Talk.Status.INVITED, talk.status == Talk.Status.PLANNED)
        for talk in rows
    ]


def own_talk(application: Application, talk_id: UUID) -> Talk | None:
    """One talk behind the candidate's own link."""
    return (
        Talk.objects.filter(
            organisation_id=application.organisation_id, application=application, pk=talk_id
        )
        .select_related("host__user", "application")
        .first()
    )


def open_moments(talk: Talk, *, now: datetime) -> list[TalkOption]:
    """The moments that can still be chosen: ahead, and the host is still free."""
    options = [option for option in talk.options.all() if option.starts_at > now]
    busy = busy_times(talk, options)
    return [option for option in options if not _overlaps(talk, option.starts_at, busy)]


def busy_times(talk: Talk, options: Iterable[TalkOption]) -> list[Talk]:
    """Planned talks of the same host around these moments."""
    moments = [option.starts_at for option in options]
    if talk.host_id is None or not moments:
        return []
    return list(
        Talk.objects.filter(
            organisation_id=talk.organisation_id,
            host_id=talk.host_id,
            status=Talk.Status.PLANNED,
            starts_at__range=(min(moments) - LONGEST, max(moments) + LONGEST),
        ).exclude(pk=talk.pk)
    )


def is_free(talk: Talk, option: TalkOption) -> bool:
    """Whether the host still has this moment free."""
    return not _overlaps(talk, option.starts_at, busy_times(talk, [option]))


def _overlaps(talk: Talk, starts_at: datetime, busy: list[Talk]) -> bool:
    ends_at = starts_at + timedelta(minutes=talk.minutes)
    return any(
        other.starts_at < ends_at and starts_at < other.starts_at + timedelta(minutes=other.minutes)
        for other in busy
        if other.starts_at is not None
    )


def to_remind(*, starts_from: datetime, starts_before: datetime) -> QuerySet[Talk]:
    """Planned talks in this span that nobody was told of yet, in every organisation."""
    return (
        Talk.objects.filter(
            status=Talk.Status.PLANNED,
            starts_at__gte=starts_from,
            starts_at__lt=starts_before,
            reminded_on__isnull=True,
        )
        .exclude(application__email="")
        .order_by("id")
    )
