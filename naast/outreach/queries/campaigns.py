"""Reads about 2+ campaigns and the people to ask."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from naast.organisations.actors import Actor
from naast.outreach.models import Campaign, Lead
from naast.outreach.policies import campaigns as policies
from naast.people.models import Person
from naast.programmes.models import Engagement, Programme

MOST_LEADS = 300
WELCOMED_AS = (Lead.Outcome.YES, Lead.Outcome.TRY)
ASKED = ~Q(leads__outcome=Lead.Outcome.NOT_ASKED) & Q(leads__isnull=False)


@dataclass(frozen=True, slots=True)
class Column:
    """One task of the board: who is still to ask, thinks about it, tries, or started."""

    task: str
    to_ask: list[Lead]
    trying: list[Lead]
    started: list[Lead]
    later: list[Lead]
    no: list[Lead]

    @property
    def asked(self) -> int:
        """How many were asked, whatever they answered."""
        return len(self.trying) + len(self.started) + len(self.later) + len(self.no)


def listed(actor: Actor) -> QuerySet[Campaign]:
    """Every campaign with its numbers, those that go on first."""
    return (
        policies.visible_to(actor)
        .select_related("programme")
        .annotate(
            leads_now=Count("leads", distinct=True),
            yes_now=Count("leads", filter=Q(leads__outcome=Lead.Outcome.YES), distinct=True),
            asked_now=Count("leads", filter=ASKED, distinct=True),
        )
    )


def get_campaign(actor: Actor, campaign_id: UUID) -> Campaign | None:
    """One campaign with its programme, or None when this actor may not know it exists."""
    return policies.visible_to(actor).select_related("programme").filter(pk=campaign_id).first()


def leads_of(actor: Actor, campaign: Campaign) -> list[Lead]:
    """The leads of a campaign that this actor may see, with who asks; one query."""
    rows = policies.leads_visible_to(actor).filter(campaign=campaign)
    return list(rows.select_related("asker", "colleague__user")[:MOST_LEADS])


def board(campaign: Campaign, leads: list[Lead]) -> list[Column]:
    """The leads per task: those of the campaign in their order, then what fits none. No query."""
    tasks = [*campaign.tasks, ""]
    rows: dict[str, list[Lead]] = {task: [] for task in tasks}
    for lead in leads:
        rows[lead.task if lead.task in rows else ""].append(lead)
    columns = [_column(task, found) for task, found in rows.items()]
    return [each for each in columns if each.task or rows[""]]


def _column(task: str, leads: list[Lead]) -> Column:
    def those(outcome: Lead.Outcome) -> list[Lead]:
        return [lead for lead in leads if lead.outcome == outcome]

    return Column(
        task=task,
        to_ask=those(Lead.Outcome.NOT_ASKED),
        trying=those(Lead.Outcome.TRY),
        started=those(Lead.Outcome.YES),
        later=those(Lead.Outcome.LATER),
        no=those(Lead.Outcome.NO),
    )


def get_lead(actor: Actor, lead_id: UUID) -> Lead | None:
    """One lead with its campaign, or None when this actor may not know it exists."""
    rows = policies.leads_visible_to(actor).select_related(
        "campaign__programme", "asker", "colleague__user"
    )
    return rows.filter(pk=lead_id).first()


def welcome_list(leads: list[Lead]) -> list[Lead]:
    """Who is welcomed at the next meeting: yes, or tries."""
    return [lead for lead in leads if lead.outcome in WELCOMED_AS]


def going_on(actor: Actor, *, day: date) -> list[Campaign]:
    """The campaigns in which this actor may ask people now."""
    rows = policies.visible_to(actor).filter(closed_on__isnull=True, starts_on__lte=day)
    return list(rows.filter(ends_on__gte=day).select_related("programme").order_by("ends_on", "id"))


def own_leads(actor: Actor, campaigns: list[Campaign]) -> dict[UUID, list[Lead]]:
    """The people this actor asks themselves, per campaign; one query."""
    found: dict[UUID, list[Lead]] = {campaign.pk: [] for campaign in campaigns}
    mine = Lead.objects.filter(organisation_id=actor.organisation_id, asker_id=actor.person_id)
    for lead in mine.filter(campaign__in=campaigns) if actor.person_id else ():
        found[lead.campaign_id].append(lead)
    return found


def possible_askers(actor: Actor, campaign: Campaign) -> QuerySet[Person]:
    """Who takes part in the programme and can ask people around."""
    takes_part = Engagement.objects.filter(
        organisation_id=actor.organisation_id,
        programme_id=campaign.programme_id,
        ended_on__isnull=True,
    )
    people = Person.objects.filter(organisation_id=actor.organisation_id)
    return people.filter(pk__in=takes_part.values("person_id")).order_by("sort_name", "id")


def programmes(actor: Actor) -> QuerySet[Programme]:
    """The programmes a campaign can be for."""
    rows = Programme.objects.filter(organisation_id=actor.organisation_id)
    return rows.filter(status=Programme.Status.ACTIVE).order_by("name")
