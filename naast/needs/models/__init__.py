"""Rows of this room, by subject."""

from naast.needs.models.care import Carer, Favour
from naast.needs.models.limit import Asking, Limit
from naast.needs.models.obstacle import Obstacle
from naast.needs.models.policy import PolicyLetter, PolicyNeed, PolicySignal
from naast.needs.models.register import Need

__all__ = [
    "Asking",
    "Carer",
    "Favour",
    "Limit",
    "Need",
    "Obstacle",
    "PolicyLetter",
    "PolicyNeed",
    "PolicySignal",
]
