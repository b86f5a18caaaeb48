"""What this room does by itself every night. Running it twice does nothing twice."""

from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from naast.accounts.models import User
from naast.audit import log
from naast.core import night, retention
from naast.messaging.services import tell
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation
from naast.outreach import letters
from naast.outreach.keeping import GROUPS, GUESTS, HELPERS, LEADS
from naast.outreach.models import Campaign, GroupRequest, Helper, InfoMeeting, Lead, SignUp
from naast.outreach.services.forgetting import forget_contact, forget_guest, forget_helper
from naast.outreach.services.meetings import close_meeting
from naast.outreach.services.telling import write_to
from naast.outreach.services.waiting import move_up
from naast.outreach.states import UNANSWERED, GroupState, SignUpState

A_BATCH = 500
Job = Callable[[Actor, Organisation, datetime], int]


def run(now: datetime) -> dict[str, int]:
    """Move waiting lists up, remind guests and askers, end campaigns and forget what need not be kept, in
    each organisation on its own. Returns how many of each."""
    done = dict.fromkeys(JOBS, 0)
    for organisation in Organisation.objects.all():
        actor = Actor.system(organisation, reason="nightly outreach")
        for name, job in JOBS.items():
            done[name] += job(actor, organisation, now)
    return done


def _move_lists_up(actor: Actor, organisation: Organisation, now: datetime) -> int:
    """Offers that were not answered go to the next one, and free places are offered."""
    meetings = InfoMeeting.objects.filter(organisation=organisation, starts_at__gt=now)
    moving = meetings.filter(sign_ups__state__in=[SignUpState.WAITING, SignUpState.OFFERED])
    ids = list(moving.distinct().values_list("pk", flat=True)[:A_BATCH])
    return night.each(ids, lambda meeting_id: _move_up(actor, meeting_id, now))


@transaction.atomic
def _move_up(actor: Actor, meeting_id: UUID, now: datetime) -> int:
    meeting = InfoMeeting.objects.select_for_update(no_key=True).get(pk=meeting_id)
    return move_up(actor=actor, meeting=meeting, now=now)


def _remind_guests(actor: Actor, organisation: Organisation, now: datetime) -> int:
    """«See you tomorrow», once, to everybody who comes to a meeting of the next day."""
    tomorrow = localdate(now) + timedelta(days=1)
    rows = SignUp.objects.filter(
        organisation=organisation,
        meeting__starts_at__date=tomorrow,
        meeting__cancelled_at__isnull=True,
        state=SignUpState.CONFIRMED,
        reminded_on__isnull=True,
    ).exclude(email="")
    ids = list(rows.values_list("pk", flat=True)[:A_BATCH])
    return night.each(ids, lambda sign_up_id: _remind(actor, sign_up_id, now))


@transaction.atomic
def _remind(actor: Actor, sign_up_id: UUID, now: datetime) -> int:
    # Two nights may run at once: whoever comes second finds the day filled in.
    row = (
        SignUp.objects.select_for_update(of=("self",)).select_related("meeting").get(pk=sign_up_id)
    )
    if row.reminded_on is not None or row.state != SignUpState.CONFIRMED:
        return 0
    row.reminded_on = localdate(now)
    row.save(update_fields=["reminded_on"])
    return int(write_to(actor, row.meeting, row, letters.REMINDER))


def _forget_guests(actor: Actor, organisation: Organisation, now: datetime) -> int:
    """The names of who came go when the organisation's term is over; the numbers stay."""
    meetings = retention.going(GUESTS, organisation.pk, day=localdate(now))[:A_BATCH]
    done = night.each(meetings, lambda meeting: _forget_guests_of(actor, meeting))
    return retention.went(GUESTS, organisation.pk, done)


@transaction.atomic
def _forget_guests_of(actor: Actor, meeting: InfoMeeting) -> int:
    if meeting.closed_on is None and meeting.cancelled_at is None:
        close_meeting(actor=actor, meeting_id=meeting.pk, reach=meeting.reach)
    guests = list(meeting.sign_ups.all())
    for guest in guests:
        forget_guest(actor, guest)
    log.record("meeting.guests-forgotten", actor=actor, target=meeting)
    return len(guests)


def _forget_groups(actor: Actor, organisation: Organisation, now: datetime) -> int:
    """Who spoke for a group is forgotten when the term after its last step is over; the group and its
    numbers stay. A question that nobody answered in all that time is no longer one to answer."""
    over = retention.going(GROUPS, organisation.pk, day=localdate(now))
    ids = list(over.values_list("pk", flat=True)[:A_BATCH])
    done = night.each(ids, lambda group_id: _forget_contact(actor, group_id, now))
    return retention.went(GROUPS, organisation.pk, done)


@transaction.atomic
def _forget_contact(actor: Actor, group_id: UUID, now: datetime) -> int:
    group = GroupRequest.objects.select_for_update(of=("self",)).get(pk=group_id)
    if group.forgotten_on is not None:
        return 0
    forget_contact(actor, group)
    if group.state in UNANSWERED:
        group.state = GroupState.WITHDRAWN
    group.forgotten_on = localdate(now)
    group.save()
    return 1


def _remind_askers(actor: Actor, organisation: Organisation, now: datetime) -> int:
    """One friendly reminder to who would ask somebody before a day that is now past."""
    today = localdate(now)
    due = Lead.objects.filter(
        organisation=organisation,
        outcome=Lead.Outcome.NOT_ASKED,
        ask_before__lt=today,
        reminded_on__isnull=True,
        campaign__closed_on__isnull=True,
        campaign__ends_on__gte=today,
    )
    ids = list(due.values_list("pk", flat=True)[:A_BATCH])
    reminded: set[object] = set()
    return night.each(ids, lambda lead_id: _remind_asker(actor, lead_id, now, reminded))


@transaction.atomic
def _remind_asker(actor: Actor, lead_id: UUID, now: datetime, reminded: set[object]) -> int:
    rows = Lead.objects.select_for_update(of=("self",))
    lead = rows.select_related("asker__user", "colleague__user").get(pk=lead_id)
    if lead.reminded_on is not None:
        return 0
    lead.reminded_on = localdate(now)
    lead.save(update_fields=["reminded_on"])
    user = _user_of(lead)
    if user is None or user.pk in reminded:
        return 0
    reminded.add(user.pk)
    page = "outreach:my_asks" if lead.asker else "outreach:campaigns"
    tell(
        actor=actor,
        user=user,
        kind="campaign.ask",
        subject=_("Did you find a good moment to ask?"),
        body=_("You would ask somebody to come along. Did it work out? Not yet is fine too."),
        url=actor.url(page),
    )
    return 1


def _user_of(lead: Lead) -> User | None:
    if lead.asker is not None:
        return lead.asker.user
    return lead.colleague.user if lead.colleague is not None else None


def _end_campaigns(actor: Actor, organisation: Organisation, now: datetime) -> int:
    """The day after its last: who did not say yes is forgotten, and the numbers stay (instruments B4)."""
    over = Campaign.objects.filter(
        organisation=organisation, closed_on__isnull=True, ends_on__lt=localdate(now)
    )
    ids = list(over.values_list("pk", flat=True)[:A_BATCH])
    return night.each(ids, lambda campaign_id: _end(actor, campaign_id, now))


@transaction.atomic
def _end(actor: Actor, campaign_id: UUID, now: datetime) -> int:
    campaign = Campaign.objects.select_for_update(no_key=True).get(pk=campaign_id)
    if campaign.closed_on is not None:
        return 0
    leads = campaign.leads.all()
    campaign.leads_count = leads.count()
    campaign.asked_count = leads.exclude(outcome=Lead.Outcome.NOT_ASKED).count()
    campaign.yes_count = leads.filter(outcome=Lead.Outcome.YES).count()
    campaign.closed_on = localdate(now)
    campaign.save(update_fields=["leads_count", "asked_count", "yes_count", "closed_on"])
    leads.exclude(outcome=Lead.Outcome.YES).delete()
    log.record("campaign.ended", actor=actor, target=campaign, changes={"yes": campaign.yes_count})
    return 1


def _forget_leads(actor: Actor, organisation: Organisation, now: datetime) -> int:
    """Who said yes has an application of their own by then: the first name goes as well."""
    return retention.sweep(LEADS, organisation.pk, day=localdate(now))


def _forget_helpers(actor: Actor, organisation: Organisation, now: datetime) -> int:
    """Two years after the last day, unless they were asked again within the year."""
    rows = retention.going(HELPERS, organisation.pk, day=localdate(now))[:A_BATCH]
    done = night.each(rows, lambda helper: _forget_helper(actor, helper))
    return retention.went(HELPERS, organisation.pk, done)


@transaction.atomic
def _forget_helper(actor: Actor, helper: Helper) -> int:
    forget_helper(actor, helper)
    return 1


JOBS: dict[str, Job] = {
    "waiting lists moved up": _move_lists_up,
    "guests reminded": _remind_guests,
    "guests forgotten": _forget_guests,
    "groups forgotten": _forget_groups,
    "askers reminded": _remind_askers,
    "campaigns ended": _end_campaigns,
    "leads forgotten": _forget_leads,
    "helpers forgotten": _forget_helpers,
}
