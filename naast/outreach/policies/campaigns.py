"""Who sees which campaigns and leads: the coordinator all, a volunteer their own."""

from datetime import date

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from naast.core.decisions import ALLOW, Decision, deny
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.outreach.models import Campaign, Lead


def visible_to(actor: Actor) -> QuerySet[Campaign]:
    """Coordinators: all of their organisation. Volunteers: those of programmes they take part in."""
    campaigns = Campaign.objects.filter(organisation_id=actor.organisation_id)
    if actor.is_coordinator:
        return campaigns
    if actor.person_id is None or not actor.has(Function.VOLUNTEER):
        return campaigns.none()
    takes_part = Q(
        programme__engagements__person_id=actor.person_id,
        programme__engagements__ended_on__isnull=True,
    )
    return campaigns.filter(takes_part).distinct()


def leads_visible_to(actor: Actor) -> QuerySet[Lead]:
    """Coordinators: all of their organisation. Volunteers: the people they ask themselves."""
    leads = Lead.objects.filter(organisation_id=actor.organisation_id)
    if actor.is_coordinator:
        return leads
    if actor.person_id is None or not actor.has(Function.VOLUNTEER):
        return leads.none()
    return leads.filter(asker_id=actor.person_id)


def can_plan(actor: Actor) -> Decision:
    """Coordinators plan and change campaigns."""
    if not actor.is_coordinator:
        return deny(_("Only a coordinator can plan a campaign."))
    return ALLOW


def can_add_lead(actor: Actor, campaign: Campaign, *, day: date) -> Decision:
    """Whoever sees the campaign, while it lasts."""
    if campaign.organisation_id != actor.organisation_id:
        return deny(_("This campaign belongs to another organisation."))
    if not visible_to(actor).filter(pk=campaign.pk).exists():
        return deny(_("You don’t take part in this campaign."))
    if campaign.closed_on is not None or campaign.ends_on < day:
        return deny(_("This campaign is over. Thank you for asking around."))
    return ALLOW


def can_change_lead(actor: Actor, lead: Lead) -> Decision:
    """Who asks tells what came of it; a coordinator may write it down for them."""
    if lead.organisation_id != actor.organisation_id:
        return deny(_("This belongs to another organisation."))
    if not (actor.is_coordinator or (lead.asker_id and lead.asker_id == actor.person_id)):
        return deny(_("Somebody else asks this person."))
    return ALLOW
