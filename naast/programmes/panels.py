"""The block on a volunteer's card: in which programmes, under which name, and what is still needed."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from naast.core.text import Text
from naast.organisations.actors import Actor
from naast.people.api import Panel
from naast.people.models import Person
from naast.programmes import queries
from naast.programmes.kinds import called, law_line
from naast.programmes.models import Engagement, EntryCondition
from naast.programmes.readiness import Item, missing


@dataclass(frozen=True, slots=True)
class TakesPart:
    """One programme on the card."""

    programme: str
    programme_url: str
    called: Text
    law_line: Text
    url: str
    is_open: bool
    still_needed: list[Text]


def takes_part_in(actor: Actor, person: Person) -> Panel | None:
    """Programmes of this person, as this actor may know them. A constant number of queries, however many programmes."""
    engagements = list(queries.engagements_of(actor, person))
    items = queries.readiness_of([each for each in engagements if each.ended_on is None])
    rows = [_row(actor, each, items.get(each.pk, [])) for each in engagements]
    if not rows and not actor.is_coordinator:
        return None
    new_url = actor.url("programmes:new_engagement", person_id=person.pk)
    return Panel(
        title=_("Takes part in"),
        template="programmes/panel.html",
        context={"rows": rows, "new_url": new_url if actor.is_coordinator else ""},
    )


def _row(actor: Actor, engagement: Engagement, items: list[Item]) -> TakesPart:
    is_open = engagement.ended_on is None
    return TakesPart(
        programme=engagement.programme.name,
        programme_url=actor.url("programmes:programme", programme_id=engagement.programme_id),
        called=called(engagement),
        law_line=law_line(engagement),
        url=actor.url("programmes:engagement", engagement_id=engagement.pk)
        if actor.is_coordinator
        else "",
        is_open=is_open,
        still_needed=[_short(item) for item in missing(items)],
    )


def _short(item: Item) -> Text:
    """A condition by its kind: the whole sentence stands on the page behind it."""
    return EntryCondition.Kind(item.code).label if item.condition_id else item.label
