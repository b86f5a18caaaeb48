"""Rows of this room, by subject."""

from naast.capacity.models.asking import WorthAsking
from naast.capacity.models.check import SelfCheck
from naast.capacity.models.limits import ALL_DAYS, HouseTerms, OwnLimits
from naast.capacity.models.step_back import StepBack, StepBackMatch

__all__ = [
    "ALL_DAYS",
    "HouseTerms",
    "OwnLimits",
    "SelfCheck",
    "StepBack",
    "StepBackMatch",
    "WorthAsking",
]
