"""What this room asks attention for on the desk of a coordinator."""

from collections.abc import Callable, Container, Iterable
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.companionship.models import Match, MatchStep
from naast.core import clock
from naast.core.attention import EVERYTHING, AttentionItem, Signs, Urgency
from naast.core.text import Text
from naast.division import rules
from naast.division.models import Division, Idea, PassedOn, Tension
from naast.division.queries import handovers, passing, tables, tensions
from naast.division.queries import programmes as programme_queries
from naast.organisations.actors import Actor
from naast.programmes.models import Pattern, Programme

MOST = 30
AWAY, PASSED, VIEW, LEAD, BACK, WAITS, REVIEW, EXAMPLE, IDEA = (
    "division.away",
    "division.passed-on",
    "division.view-missing",
    "division.to-agree",
    "division.look-back",
    "division.unsigned",
    "division.review",
    "division.no-example",
    "division.idea",
)
PEOPLE = ("match__volunteer", "match__participant", "match__programme")


def signs(actor: Actor, *, now: datetime) -> Signs:
    """The rows of each kind, for one look at which of them exist."""
    if not actor.is_coordinator:
        return {}
    today = timezone.localdate(now)
    return {
        AWAY: handovers.to_arrange(actor, now=now),
        PASSED: passing.left_lying(actor, now=now),
        VIEW: tensions.view_missing(actor, now=now),
        LEAD: tensions.to_lead(actor),
        BACK: tensions.to_look_back(actor, day=today),
        WAITS: tables.waiting(actor, now=now),
        REVIEW: tables.to_review(actor, day=today),
        EXAMPLE: tables.without_example(actor),
        IDEA: programme_queries.ideas_to_answer(actor),
    }


def items(
    actor: Actor, *, now: datetime, there: Container[str] = EVERYTHING
) -> list[AttentionItem]:
    """Everything of this room that asks for the actor's attention: one query a kind that is `there`."""
    return [
        item
        for kind, rows in signs(actor, now=now).items()
        if kind in there
        for item in READ[kind](actor, rows)
    ]


def _pair(match: Match) -> str:
    return _("%(volunteer)s beside %(participant)s") % {
        "volunteer": match.volunteer.first_name,
        "participant": match.participant.first_name,
    }


def _away(actor: Actor, rows: QuerySet[MatchStep]) -> Iterable[AttentionItem]:
    found = rows.select_related(*PEOPLE).order_by("created_at", "id")[:MOST]
    return [
        AttentionItem(
            kind=AWAY,
            subject_id=step.pk,
            name=step.match.volunteer.name,
            sentence=_("%(name)s can’t come, and nobody takes over yet.")
            % {"name": step.match.volunteer.first_name},
            since=step.created_at,
            urgency=Urgency.NOW
            if rules.pattern_of(step.match) == Pattern.OWNER
            else Urgency.THIS_WEEK,
            url=actor.url("division:arrange_away", step_id=step.pk),
            action=_("Arrange"),
            owner_id=step.match.coach_id,
        )
        for step in found
    ]


def _passed(actor: Actor, rows: QuerySet[PassedOn]) -> Iterable[AttentionItem]:
    found = rows.select_related(*PEOPLE).defer("text").order_by("created_at", "id")[:MOST]
    return [
        AttentionItem(
            kind=PASSED,
            subject_id=passed.pk,
            name=passed.match.volunteer.name,
            sentence=_("What %(name)s passed on to the professional was not taken up yet.")
            % {"name": passed.match.volunteer.first_name},
            since=passed.created_at,
            urgency=Urgency.THIS_WEEK,
            url=actor.url("division:passed", passed_id=passed.pk),
            action=_("Open"),
            owner_id=passed.match.coach_id,
        )
        for passed in found
    ]


def _tension(
    kind: str, words: Text, urgency: Urgency, action: Text
) -> Callable[[Actor, QuerySet[Tension]], Iterable[AttentionItem]]:
    """How the lines about tensions read: with the first name of the volunteer, never with what it is about."""

    def read(actor: Actor, rows: QuerySet[Tension]) -> Iterable[AttentionItem]:
        found = rows.select_related("volunteer").only(
            "id", "state_since", "volunteer__given_name", "volunteer__family_name"
        )
        return [
            AttentionItem(
                kind=kind,
                subject_id=tension.pk,
                name=tension.volunteer.name,
                sentence=str(words) % {"name": tension.volunteer.first_name},
                since=tension.state_since,
                urgency=urgency,
                url=actor.url("division:tension", tension_id=tension.pk),
                action=str(action),
            )
            for tension in found.order_by("state_since", "id")[:MOST]
        ]

    return read


def _waits(actor: Actor, rows: QuerySet[Division]) -> Iterable[AttentionItem]:
    found = rows.select_related(*PEOPLE).order_by("waits_since", "id")[:MOST]
    return [
        AttentionItem(
            kind=WAITS,
            subject_id=division.pk,
            name=_pair(division.match),
            sentence=_("Who does what waits for a yes."),
            since=division.waits_since,
            urgency=Urgency.THIS_WEEK,
            url=actor.url("division:match", match_id=division.match.pk),
            action=_("Open"),
            owner_id=division.match.coach_id,
        )
        for division in found
        if division.match is not None
    ]


def _review(actor: Actor, rows: QuerySet[Division]) -> Iterable[AttentionItem]:
    found = rows.select_related(*PEOPLE).order_by("review_on", "id")[:MOST]
    return [
        AttentionItem(
            kind=REVIEW,
            subject_id=division.pk,
            name=_pair(division.match),
            sentence=_("Time to talk through who does what."),
            since=clock.morning(division.review_on),
            urgency=Urgency.THIS_WEEK,
            url=actor.url("division:match", match_id=division.match.pk),
            action=_("Open"),
            owner_id=division.match.coach_id,
        )
        for division in found
        if division.match is not None and division.review_on is not None
    ]


def _example(actor: Actor, rows: QuerySet[Programme]) -> Iterable[AttentionItem]:
    return [
        AttentionItem(
            kind=EXAMPLE,
            subject_id=programme.pk,
            name=programme.name,
            sentence=_("%(name)s has no example yet of who does what.") % {"name": programme.name},
            since=programme.created_at,
            urgency=Urgency.GOOD_TO_KNOW,
            url=actor.url("division:programme", programme_id=programme.pk),
            action=_("Begin one"),
            owner_id=programme.coordinator_id,
        )
        for programme in rows.order_by("name", "id")[:MOST]
    ]


def _idea(actor: Actor, rows: QuerySet[Idea]) -> Iterable[AttentionItem]:
    return [
        AttentionItem(
            kind=IDEA,
            subject_id=idea.pk,
            name=idea.programme.name,
            sentence=_("%(name)s: an idea of what a volunteer can mean waits for an answer.")
            % {"name": idea.programme.name},
            since=idea.created_at,
            urgency=Urgency.GOOD_TO_KNOW,
            url=actor.url("division:answer_idea", idea_id=idea.pk),
            action=_("Answer"),
            owner_id=idea.programme.coordinator_id,
        )
        for idea in rows.defer("text").order_by("id")[:MOST]
    ]


READ: dict[str, Callable[[Actor, Any], Iterable[AttentionItem]]] = {
    AWAY: _away,
    PASSED: _passed,
    VIEW: _tension(
        VIEW,
        gettext_lazy(
            "One of the two did not say yet how they see it: %(name)s and a professional."
        ),
        Urgency.THIS_WEEK,
        gettext_lazy("Ask"),
    ),
    LEAD: _tension(
        LEAD,
        gettext_lazy("Something is on the table with %(name)s, and both said how they see it."),
        Urgency.THIS_WEEK,
        gettext_lazy("Talk about it"),
    ),
    BACK: _tension(
        BACK,
        gettext_lazy(
            "Look back with %(name)s at what you agreed about working together, and close it when it is solved."
        ),
        Urgency.THIS_WEEK,
        gettext_lazy("Look back"),
    ),
    WAITS: _waits,
    REVIEW: _review,
    EXAMPLE: _example,
    IDEA: _idea,
}
