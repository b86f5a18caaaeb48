"""Rows of this room, by subject."""

from naast.outreach.models.campaign import Campaign, Lead
from naast.outreach.models.group import GROUP_KINDS, GroupRequest
from naast.outreach.models.helper import Helper, HelperDay
from naast.outreach.models.job import JobTaker, ShortJob
from naast.outreach.models.meeting import InfoMeeting, SignUp
from naast.outreach.models.ring import Ring, RingMove, RingPlace, RingWish

__all__ = [
    "GROUP_KINDS",
    "Campaign",
    "GroupRequest",
    "Helper",
    "HelperDay",
    "InfoMeeting",
    "JobTaker",
    "Lead",
    "Ring",
    "RingMove",
    "RingPlace",
    "RingWish",
    "ShortJob",
    "SignUp",
]
