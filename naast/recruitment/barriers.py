"""What may stand in the way of somebody who wants to volunteer, and is ours to help arrange (S1-21)."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from naast.core.text import Text

BARRIERS: Mapping[str, Text] = {
    "transport": _("Getting there"),
    "childcare": _("Somebody for the children or for who I care for"),
    "costs": _("Costs"),
    "language": _("The language"),
    "papers": _("Papers, or a permission I need"),
    "other": _("Something else"),
}
