"""What evenings are about: a short list of words of our own, so that a theme never tells about a person."""

from django.utils.translation import gettext_lazy as _

from naast.core.text import Text

THEMES: dict[str, Text] = {
    "closeness": _("Being close and keeping some distance"),
    "limits": _("My own limits"),
    "secrecy": _("What I keep to myself"),
    "speaking": _("Speaking up when I worry"),
    "money": _("Money, gifts and favours"),
    "loneliness": _("Loneliness and silence"),
    "health": _("Illness and confusion"),
    "grief": _("Loss and goodbye"),
    "difference": _("Difference: culture, language, belief"),
    "conflict": _("Friction and anger"),
    "family": _("Family and neighbours"),
    "staff": _("Working with professionals"),
    "starting": _("Starting with somebody"),
    "ending": _("Ending well"),
    "joy": _("What gives me joy"),
    "other": _("Something else"),
}
