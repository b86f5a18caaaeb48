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
from naast.companionship.models.visit import QuietQuestion, Visit

__all__ = [
    "AvoidedPerson",
    "CallBack",
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
    "Visit",
]
