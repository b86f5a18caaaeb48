"""What must be in place before a start, as lines on a page: with who sees to it and where it is written
down (S0-45)."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from naast.core.templatetags.ui_people import Readiness
from naast.organisations.actors import Actor
from naast.recruitment.models import Application
from naast.recruitment.queries.still_missing import Item


def readable(actor: Actor, items: Sequence[Item]) -> list[Item]:
    """What this actor reads of it: how free somebody is, is for coordinators alone (S1-10)."""
    return [item for item in items if actor.is_coordinator or not item.is_private]


def lines(actor: Actor, application: Application, items: Sequence[Item]) -> list[Readiness]:
    """One line for each; a coordinator goes from what is missing to the facts where it stands."""
    return [
        Readiness(item.label, item.in_place, _beside(item), _url(actor, application, item))
        for item in readable(actor, items)
    ]


def _beside(item: Item) -> str:
    """What to look at, and who sees to what is missing."""
    if item.in_place:
        return str(item.words)
    who = str(item.who)
    if item.may_wait:
        who = _("%(who)s · may wait, with a reason") % {"who": who}
    return " · ".join(words for words in (str(item.words), who) if words)


def _url(actor: Actor, application: Application, item: Item) -> str:
    if item.in_place or not item.section or not actor.is_coordinator:
        return ""
    return actor.url(
        "recruitment:facts_section", application_id=application.pk, section=item.section
    )
