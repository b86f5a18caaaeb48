"""On a volunteer's card: limits, and whom to ask, in words. On the page of a match: for staff a soft sign."""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from naast.capacity.models import OwnLimits, StepBack
from naast.capacity.policies import load as policies
from naast.capacity.queries.own import limits_in_words
from naast.companionship import panels as match_panels
from naast.companionship.models import Match
from naast.core.text import Text
from naast.organisations.actors import Actor
from naast.organisations.panels import Panel
from naast.people import api as people
from naast.people.models import Person

WORDS: dict[str, tuple[Text, str]] = {
    "load.checked": (_("Said how they are"), "heart-pulse"),
    "load.check-written-down": (_("Said how they are"), "heart-pulse"),
    "load.check-read": (_("Somebody read how they are"), "eye"),
    "load.asking-read": (_("Somebody read whether to ask how it goes"), "eye"),
    "load.step-back-read": (_("Somebody read that they would like to do less"), "eye"),
    "load.stepped-back": (_("Asked to do less, or took a break"), "undo-2"),
    "load.step-back-settled": (_("We talked about doing less"), "messages-square"),
    "load.came-back": (_("Back from a break"), "hand-heart"),
    "load.asked": (_("Somebody asked how it goes"), "messages-square"),
    "load.limits-set": (_("Set their own limits"), "sliders-horizontal"),
}


def load_sign(actor: Actor, person: Person) -> QuerySet[Any, Any]:
    """The person, when there is anything of this room that the actor may read."""
    own: dict[str, Any] = {"person": OuterRef("pk")}
    there = Q(Exists(policies.checks_of_others(actor).filter(**own)))
    if actor.is_coordinator:
        asking = policies.asking_others(actor).filter(**own, talked_on__isnull=True)
        there |= Q(Exists(asking))
        there |= Q(Exists(_going_on(policies.steps_back_of_others(actor).filter(**own))))
        there |= Q(Exists(OwnLimits.objects.filter(**own)))
    return Person.objects.filter(there, pk=person.pk, organisation_id=actor.organisation_id)


def load_of(actor: Actor, person: Person) -> Panel | None:
    """For who looks after volunteers: four queries for a coordinator, one for a coach."""
    checks = policies.checks_of_others(actor).filter(person=person).order_by("-answered_on", "-id")
    shown: dict[str, object] = {"check": checks.only("id", "answered_on").first()}
    shown |= {"asking": None, "asked": None, "limits": []}
    if actor.is_coordinator:
        asking = policies.asking_others(actor).filter(person=person, talked_on__isnull=True)
        steps = _going_on(policies.steps_back_of_others(actor).filter(person=person))
        limits = OwnLimits.objects.filter(person=person).first()
        profile = getattr(person, "volunteer", None)
        shown |= {
            "asking": asking.first(),
            "asked": steps.order_by("-id").first(),
            "limits": limits_in_words(profile, limits),
        }
    if not any(shown.values()):
        return None
    return Panel(title=_("How much they do"), template="capacity/card_panel.html", context=shown)


def _going_on(rows: QuerySet[StepBack]) -> QuerySet[StepBack]:
    """Who waits for a call or takes a break."""
    away = Q(kind=StepBack.Kind.PAUSE, back_on__isnull=True)
    return rows.filter(Q(talked_on__isnull=True) | away, taken_back_on__isnull=True)


def soft_sign_rows(actor: Actor, match: Match) -> QuerySet[Match]:
    """This match, when it is worth asking its volunteer how it goes."""
    return policies.beside_staff(actor).filter(pk=match.pk)


def soft_sign(actor: Actor, match: Match) -> Panel | None:
    """«Ask how it goes», and nothing more (S3-18); no query, its sign has looked."""
    return Panel(
        title=_("Beside the volunteer"),
        template="capacity/soft_sign.html",
        context={"name": match.volunteer.first_name},
    )


def register() -> None:
    """Called by the room's AppConfig.ready()."""
    people.register("volunteer", load_of, sign=load_sign)
    people.register_words(WORDS)
    match_panels.register("staff", soft_sign, sign=soft_sign_rows)
