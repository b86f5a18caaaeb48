"""What must stand behind a match before it runs: the people, the talk beforehand, the consent."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from naast.companionship.models import FirstMeeting, Match
from naast.companionship.states import MatchState
from naast.core.text import Text
from naast.people.models import Consent
from naast.programmes.models import OnCallLine

# A match that runs already keeps its yes; these states still wait for one.
WAITING_FOR_A_YES = (MatchState.PROPOSED, MatchState.VOLUNTEER_YES)


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing that must be in place, and what it is called when it is missing."""

    code: str
    label: Text
    in_place: bool
    needed: Text
    who: Text


def has_consent(match: Match) -> bool:
    """Whether the participant said yes to support by a volunteer, and did not take it back (S1-91)."""
    return Consent.objects.filter(
        organisation_id=match.organisation_id,
        person_id=match.participant_id,
        purpose=Consent.Purpose.VOLUNTEER_SUPPORT,
        withdrawn_on__isnull=True,
    ).exists()


def has_fallback(match: Match) -> bool:
    """A named colleague, or the programme's chain of who answers in which part of the day (S1-33)."""
    return (
        match.fallback_id is not None
        or OnCallLine.objects.filter(programme_id=match.programme_id).exists()
    )


def was_briefed(match: Match) -> bool:
    """Whether it is written down what the volunteer was told beforehand (S0-46)."""
    return FirstMeeting.objects.filter(match=match, briefed_on__isnull=False).exists()


def conditions(match: Match) -> list[Condition]:
    """Everything that must be in place before the trial, in the order in which it comes."""
    coordinator = _("Coordinator")
    return [
        Condition(
            "volunteer_yes",
            _("The volunteer said yes"),
            match.state != MatchState.PROPOSED,
            _("the volunteer’s yes"),
            _("Volunteer"),
        ),
        Condition(
            "participant_yes",
            _("The participant said yes"),
            match.state not in WAITING_FOR_A_YES,
            _("the participant’s yes"),
            _("Participant"),
        ),
        Condition(
            "consent",
            _("The participant agrees to support by a volunteer"),
            has_consent(match),
            _("the participant’s consent"),
            _("Participant"),
        ),
        Condition(
            "coach",
            _("A coach for the volunteer"),
            match.coach_id is not None,
            _("a coach"),
            coordinator,
        ),
        Condition(
            "fallback",
            _("Somebody who answers when it is needed (fallback)"),
            has_fallback(match),
            _("a fallback"),
            coordinator,
        ),
        Condition(
            "professional",
            _("A professional with final responsibility"),
            match.professional_id is not None,
            _("a responsible professional"),
            coordinator,
        ),
        Condition(
            "briefed",
            _("The volunteer was told what to know beforehand"),
            was_briefed(match),
            _("what was told to the volunteer beforehand"),
            coordinator,
        ),
    ]


def missing_for_start(match: Match) -> list[Text]:
    """What still stands in the way of trial or running, as words for a sentence. A match that came
    out of the trial (or out of a list) was briefed long ago."""
    begun = match.started_on is not None
    return [
        each.needed
        for each in conditions(match)
        if not each.in_place and not (begun and each.code in {"briefed"})
    ]
