"""The pages of this room beside each other."""

from django.utils.translation import gettext as _

from naast.core.templatetags.ui_actions import Tab
from naast.organisations.actors import Actor


def tabs_of(actor: Actor, current: str) -> list[Tab]:
    """Matches, volunteers, those who are away, and why people left."""
    rows = (
        ("overview", _("Matches that end")),
        ("partings", _("Volunteers who leave")),
        ("away", _("Not seen for long")),
        ("figures", _("Why people left")),
    )
    return [Tab(label, actor.url(f"parting:{name}"), name == current) for name, label in rows]
