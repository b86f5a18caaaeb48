"""2+ campaigns and the people to ask (S1-152)."""

from dataclasses import asdict
from uuid import UUID

from dateutil.relativedelta import relativedelta
from django.db import transaction
from django.utils.translation import gettext as _

from naast.audit import log
from naast.core import clock
from naast.core.errors import StateConflict
from naast.organisations.actors import Actor
from naast.outreach.errors import ReasonMissing
from naast.outreach.inputs import CampaignPlan, LeadNote
from naast.outreach.models import Campaign, Lead
from naast.outreach.policies import campaigns as policies
from naast.outreach.queries.campaigns import possible_askers, programmes
from naast.outreach.tips import WELCOME_CODES
from naast.recruitment.services.arrivals import NameMissing

LASTS = relativedelta(months=3)


@transaction.atomic
def plan_campaign(*, actor: Actor, plan: CampaignPlan) -> Campaign:
    """Start a campaign of three months. Raises NotAllowed, ReasonMissing, or Programme.DoesNotExist."""
    policies.can_plan(actor).require()
    programme = programmes(actor).get(pk=plan.programme_id)
    campaign = Campaign.objects.create(
        organisation_id=actor.organisation_id, programme=programme, **_columns(plan)
    )
    log.record("campaign.planned", actor=actor, target=campaign)
    return campaign


@transaction.atomic
def change_campaign(*, actor: Actor, campaign_id: UUID, plan: CampaignPlan) -> Campaign:
    """Change tasks, days or aim; the programme stays. Raises Campaign.DoesNotExist, NotAllowed,
    ReasonMissing, or StateConflict once it is over."""
    policies.can_plan(actor).require()
    campaign = policies.visible_to(actor).select_for_update(of=("self",)).get(pk=campaign_id)
    if campaign.closed_on is not None:
        raise StateConflict(_("This campaign is over. Start a new one."))
    for name, value in _columns(plan).items():
        setattr(campaign, name, value)
    campaign.save()
    log.record("campaign.changed", actor=actor, target=campaign)
    return campaign


def _columns(plan: CampaignPlan) -> dict[str, object]:
    tasks = [task.strip() for task in plan.tasks if task.strip()]
    if not tasks:
        raise ReasonMissing(_("Write at least one clear task: it is easier to say yes to."))
    ends_on = plan.ends_on or plan.starts_on + LASTS
    if ends_on <= plan.starts_on:
        raise ReasonMissing(_("A campaign ends after it starts."))
    return {
        "starts_on": plan.starts_on,
        "ends_on": ends_on,
        "aims_at": plan.aims_at,
        "tasks": tasks,
        "welcome_on": plan.welcome_on,
    }


@transaction.atomic
def add_lead(
    *, actor: Actor, campaign_id: UUID, note: LeadNote, asker_id: UUID | None = None
) -> Lead:
    """Somebody to ask. A volunteer asks themselves; a coordinator may note it for a volunteer (`asker_id`)
    or ask it themselves. Raises Campaign.DoesNotExist, NotAllowed, NameMissing or ReasonMissing."""
    campaign = policies.visible_to(actor).get(pk=campaign_id)
    policies.can_add_lead(actor, campaign, day=clock.today()).require()
    _check(note)
    asker = possible_askers(actor, campaign).filter(pk=asker_id).first() if asker_id else None
    person_id = asker.pk if asker else actor.person_id
    if not actor.is_coordinator:
        person_id = actor.person_id
    lead = Lead.objects.create(
        organisation_id=actor.organisation_id,
        campaign=campaign,
        asker_id=person_id,
        colleague_id=None if person_id else actor.membership_id,
        **_lead_columns(note),
    )
    log.record("lead.added", actor=actor, target=lead)
    return lead


@transaction.atomic
def change_lead(*, actor: Actor, lead_id: UUID, note: LeadNote) -> Lead:
    """What came of asking, and what is done of the welcome. Raises Lead.DoesNotExist, NotAllowed,
    NameMissing or ReasonMissing."""
    lead = policies.leads_visible_to(actor).select_for_update(of=("self",)).get(pk=lead_id)
    policies.can_change_lead(actor, lead).require()
    _check(note)
    before = lead.outcome
    for name, value in _lead_columns(note).items():
        setattr(lead, name, value)
    lead.save()
    changes = {"from": before, "to": lead.outcome}
    log.record("lead.changed", actor=actor, target=lead, changes=changes)
    return lead


@transaction.atomic
def drop_lead(*, actor: Actor, lead_id: UUID) -> None:
    """Forget somebody to ask, at once. Raises Lead.DoesNotExist or NotAllowed."""
    lead = policies.leads_visible_to(actor).select_for_update(of=("self",)).get(pk=lead_id)
    policies.can_change_lead(actor, lead).require()
    log.record("lead.dropped", actor=actor, target=lead)
    lead.delete()


def _check(note: LeadNote) -> None:
    """A first name or initials, never a family name: this person does not know yet."""
    words = note.first_name.split()
    if not words:
        raise NameMissing(_("A first name or initials is enough."))
    if len(words) > 1 and any(len(word.strip(".")) > 1 for word in words[1:]):
        raise NameMissing(
            _("Only a first name or initials: this person does not know yet that we write them down.")
        )  # fmt: skip
    if note.outcome == Lead.Outcome.TRY and note.try_on is None:
        raise ReasonMissing(_("On which day do they try?"))


def _lead_columns(note: LeadNote) -> dict[str, object]:
    columns = asdict(note)
    columns["first_name"] = note.first_name.strip()
    columns["welcomed"] = [code for code in note.welcomed if code in WELCOME_CODES]
    if note.outcome != Lead.Outcome.TRY:
        columns["try_on"] = None
    return columns
