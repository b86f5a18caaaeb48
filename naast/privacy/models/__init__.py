"""Rows of this room."""

from naast.privacy.models.attendance import AttendanceLetter
from naast.privacy.models.holds import LegalHold
from naast.privacy.models.photos import PhotoUse, PhotoYes, Published
from naast.privacy.models.rights import Erasure, RightsRequest
from naast.privacy.models.terms import Backups, KeptFor, RetentionRun

__all__ = [
    "AttendanceLetter",
    "Backups",
    "Erasure",
    "KeptFor",
    "LegalHold",
    "PhotoUse",
    "PhotoYes",
    "Published",
    "RetentionRun",
    "RightsRequest",
]
