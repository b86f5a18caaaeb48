"""Rows of this room."""

from naast.complaints.models.complaint import Complaint, Observation
from naast.complaints.models.talk import MediatedTalk
from naast.complaints.models.terms import ComplaintTerms

__all__ = ["Complaint", "ComplaintTerms", "MediatedTalk", "Observation"]
