"""Good morning, good afternoon, good evening."""

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

NOON, EVENING = 12, 18


def greeting(now: datetime) -> str:
    """The greeting that fits the hour where the people are."""
    hour = timezone.localtime(now).hour
    if hour < NOON:
        return _("Good morning")
    return _("Good afternoon") if hour < EVENING else _("Good evening")
