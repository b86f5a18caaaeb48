"""Rows of this room, by subject."""

from naast.agreements.models.about import AboutUs, LegalForm
from naast.agreements.models.cards import CardRead
from naast.agreements.models.copy import Copy, Issued, Question, Renewal, Signature
from naast.agreements.models.document import (
    Asks,
    Document,
    DocumentKind,
    Style,
    Version,
    VersionText,
)
from naast.agreements.models.letter import InformationLetter
from naast.agreements.models.promise import PromiseAnswer, PromiseReview
from naast.agreements.models.staff import StaffAcknowledgement
from naast.agreements.models.steps import NotKept, Observation, StepTaken, StepTerms
from naast.agreements.states import CopyState

__all__ = [
    "AboutUs",
    "Asks",
    "CardRead",
    "Copy",
    "CopyState",
    "Document",
    "DocumentKind",
    "InformationLetter",
    "Issued",
    "LegalForm",
    "NotKept",
    "Observation",
    "PromiseAnswer",
    "PromiseReview",
    "Question",
    "Renewal",
    "Signature",
    "StaffAcknowledgement",
    "StepTaken",
    "StepTerms",
    "Style",
    "Version",
    "VersionText",
]
