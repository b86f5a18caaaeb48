"""The pages of this room beside each other."""

from django.utils.translation import gettext as _

from naast.core.templatetags.ui_actions import Tab
from naast.organisations.actors import Actor


def tabs_of(actor: Actor, current: str) -> list[Tab]:
    """Everything the house can show."""
    rows = (
        ("overview", _("What we can show")),
        ("breaches", _("Breaches")),
        ("register", _("Register of processing")),
        ("assessments", _("Impact assessment")),
        ("processors", _("Firms")),
        ("sessions", _("Who read along")),
        ("fields", _("Fields nobody uses")),
    )
    return [
        Tab(label, actor.url(f"accountability:{name}"), name == current) for name, label in rows
    ]
