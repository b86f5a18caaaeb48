"""The lists of «Support»: who is due, who was not met, everybody."""

from datetime import date
from typing import Any, Literal

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Coalesce

from naast.belonging.models import CloserContact, Question
from naast.belonging.states import QuestionKind
from naast.companionship.models import CallBack, Milestone
from naast.organisations.actors import Actor
from naast.people.names import typed_words
from naast.people.queries.search import words_beginning
from naast.support.models import Plan
from naast.support.policies import volunteers as policies
from naast.support.queries.standing import SPOKE_THE_VOLUNTEER
from naast.support.rhythm import UNMET_AFTER

Show = Literal["due", "unmet", "spoken", "name"]
# How each list is sorted: for pages by key.
ORDERS: dict[Show, tuple[str, ...]] = {
    "due": ("due_on", "id"),
    "unmet": ("unmet_since", "id"),
    "spoken": ("spoken_order", "id"),
    "name": ("sort_name", "id"),
}
NEVER = date(1900, 1, 1)
# What a line of a list reads: sealed texts stay in the database.
SHOWN = (
    "person__given_name",
    "person__family_name",
    "guide__user__name",
    "sort_name",
    "spoken_on",
    "met_on",
    "unmet_since",
    "due_on",
    "organisation_id",
)


def running(actor: Actor) -> QuerySet[Plan]:
    """The plans of active volunteers whom the actor guides."""
    return policies.plans_visible_to(actor).filter(is_running=True)


def overdue(actor: Actor, *, day: date) -> QuerySet[Plan]:
    """Whom we would have spoken by now (S0-29, S0-36). What other rooms wrote since last night counts at once:
    it is looked at for these few only."""
    return running(actor).filter(due_on__lt=day).exclude(_spoken_since())


def _spoken_since() -> Q:
    """The day of each of these is later than what the plan knows, or the plan knows of none."""
    their = {"person": OuterRef("person")}
    going_on = Question.objects.filter(kind=QuestionKind.GOING_ON)
    milestones = Milestone.objects.filter(kind__in=SPOKE_THE_VOLUNTEER)
    found = Q()
    for rows, whose, day in (
        (CallBack.objects.all(), their, "handled_on"),
        (milestones, {"match__volunteer": OuterRef("person")}, "done_on"),
        (Question.objects.all(), their, "called_on"),
        (going_on, their, "settled_on"),
        (CloserContact.objects.all(), their, "spoke_on"),
    ):
        spoken: QuerySet[Any] = rows.filter(**whose, **{f"{day}__isnull": False})
        later = spoken.filter(**{f"{day}__gt": OuterRef("spoken_on")})
        found |= Q(Exists(later)) | (Q(spoken_on__isnull=True) & Q(Exists(spoken)))
    return found


def unmet(actor: Actor, *, day: date) -> QuerySet[Plan]:
    """Whom nobody met face to face for ninety days (S1-192)."""
    return running(actor).filter(unmet_since__lte=day - UNMET_AFTER)


def listed(actor: Actor, show: Show, *, day: date, text: str = "") -> QuerySet[Plan]:
    """One of the lists, for pages by key in the order of ORDERS."""
    rows = running(actor)
    if show == "due":
        rows = overdue(actor, day=day)
    elif show == "unmet":
        rows = unmet(actor, day=day)
    elif show == "spoken":
        rows = rows.annotate(spoken_order=Coalesce(F("spoken_on"), Value(NEVER)))
    typed = typed_words(text)
    if typed:
        found = words_beginning(actor.organisation_id, typed)
        rows = rows.filter(person_id__in=found.values("person_id"))
    return rows.select_related("person", "guide__user").only(*SHOWN)
