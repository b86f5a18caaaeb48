"""Rows about requests, matches and visits, by subject."""

from naast.companionship.models.callback import CallBack
from naast.companionship.models.match import (
    FirstMeeting,
    Match,
    MatchState,
    MatchStep,
    Milestone,
    Proposal,
)
from naast.companionship.models.request import AvoidedPerson, Goal, Request, RequestTopic
from naast.companionship.models.rhythm import DistanceTime, RhythmLine, RhythmYes, Side
from naast.companionship.models.visit import DutyLine, QuietQuestion, Visit

__all__ = [
    "AvoidedPerson",
    "CallBack",
    "DistanceTime",
    "DutyLine",
    "FirstMeeting",
    "Goal",
    "Match",
    "MatchState",
    "MatchStep",
    "Milestone",
    "Proposal",
    "QuietQuestion",
    "Request",
    "RequestTopic",
    "RhythmLine",
    "RhythmYes",
    "Side",
    "Visit",
]
