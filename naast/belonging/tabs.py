"""The pages of the coordinator beside each other."""

from django.utils.translation import gettext as _

from naast.core.templatetags.ui_actions import Tab
from naast.organisations.actors import Actor


def tabs_for(actor: Actor, current: str) -> list[Tab]:
    """First days, mentors, answers, going on, wishes, ideas: in the order in which they come."""
    pages = (
        ("overview", _("First days")),
        ("mentors", _("Mentors")),
        ("answers", _("Answers")),
        ("going_on", _("Going on")),
        ("wishes", _("Wishes")),
        ("ideas_to_answer", _("Ideas")),
    )
    return [
        Tab(label, actor.url(f"belonging:{name}"), is_current=name == current)
        for name, label in pages
    ]
