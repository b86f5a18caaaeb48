"""On a match that ends, a volunteer's card and a participant's file: where the goodbye stands."""

from django.db.models import Exists, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from naast.companionship import panels as match_panels
from naast.companionship.models import Match, MatchState
from naast.organisations.actors import Actor
from naast.parting.models import OnwardGoal, Parting, Pulse
from naast.parting.policies import closings, partings, pulses
from naast.people import panels
from naast.people.models import Person

MOST = 3


def _goodbye_sign(actor: Actor, match: Match) -> QuerySet[Match]:
    return closings.matches_visible_to(actor).filter(pk=match.pk)


def goodbye(actor: Actor, match: Match) -> panels.Panel | None:
    """On the coordinator's page of a match that winds down or has ended; no query of its own."""
    return panels.Panel(
        title=_("A good goodbye"),
        template="parting/match_panel.html",
        context={
            "url": actor.url("parting:closing", match_id=match.pk),
            "is_ended": match.state == MatchState.ENDED,
        },
    )


def _goals(actor: Actor, person: Person) -> QuerySet[OnwardGoal]:
    return OnwardGoal.objects.filter(
        organisation_id=actor.organisation_id, person=person, reached_on__isnull=True
    )


def _partings(actor: Actor, person: Person) -> QuerySet[Parting]:
    rows = partings.visible_to(actor) if actor.is_coordinator else Parting.objects.none()
    return rows.filter(person=person)


def _card_sign(actor: Actor, person: Person) -> QuerySet[Person]:
    """Who is heading somewhere, or to whom a goodbye is said; for coordinators."""
    if not actor.is_coordinator or actor.person_id == person.pk:
        return Person.objects.none()
    heading, leaving = Exists(_goals(actor, person)), Exists(_partings(actor, person))
    return Person.objects.filter(heading | leaving, pk=person.pk)


def on_card(actor: Actor, person: Person) -> panels.Panel | None:
    """Where a volunteer is heading, and the goodbyes; two queries."""
    return panels.Panel(
        title=_("Growing on"),
        template="parting/volunteer_panel.html",
        context={
            "goal": _goals(actor, person).first(),
            "rows": list(_partings(actor, person)[:MOST]),
        },
    )


def begin_on_card(actor: Actor, person: Person) -> panels.Panel | None:
    """Where a goodbye to a volunteer begins, for coordinators; no query."""
    if not partings.can_arrange(actor, person):
        return None
    return panels.Panel(
        title=_("Saying goodbye"),
        template="parting/begin_panel.html",
        context={"person_id": person.pk},
    )


def _in_touch(actor: Actor, person: Person) -> QuerySet[Pulse]:
    rows = pulses.visible_to(actor) if actor.is_coordinator else Pulse.objects.none()
    return rows.filter(Q(ended_on__isnull=True) | Q(last_answer=""), participant=person)


def in_touch(actor: Actor, person: Person) -> panels.Panel | None:
    """A light contact after an end, on the participant's file; one query."""
    return panels.Panel(
        title=_("A finger on the pulse"),
        template="parting/participant_panel.html",
        context={"rows": list(_in_touch(actor, person)[:MOST])},
    )


def register() -> None:
    """Called by the room's AppConfig.ready()."""
    match_panels.register("coordinator", goodbye, sign=_goodbye_sign)
    panels.register("volunteer", on_card, sign=_card_sign)
    panels.register("volunteer", begin_on_card)
    panels.register("participant", in_touch, sign=_in_touch)
