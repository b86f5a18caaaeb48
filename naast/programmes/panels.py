"""The block on a volunteer's card: in which programmes, under which name, and what is still needed."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from naast.core import clock
from naast.core.text import Text
from naast.organisations.actors import Actor
from naast.people.api import Panel
from naast.people.models import Person
from naast.programmes import queries
from naast.programmes.kinds import called, law_line
from naast.programmes.models import Engagement
from naast.programmes.readiness import Item, missing
from naast.programmes.showing import Waits, short, soon, waiting


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
    ends_soon: list[str]
    waits: list[Waits]


def takes_part_in(actor: Actor, person: Person) -> Panel | None:
    """Programmes of this person, as this actor may know them. A constant number of queries, however many programmes."""
    engagements = list(queries.engagements_of(actor, person))
    items = queries.readiness_of([each for each in engagements if each.ended_on is None])
    today = clock.today()
    may_read_all = actor.is_coordinator or actor.person_id == person.pk
    readable = {
        pk: [item for item in rows if may_read_all or not item.is_private]
        for pk, rows in items.items()
    }
    rows = [_row(actor, each, readable.get(each.pk, []), today) for each in engagements]
    if not rows and not actor.is_coordinator:
        return None
    new_url = actor.url("programmes:new_engagement", person_id=person.pk)
    return Panel(
        title=_("Takes part in"),
        template="programmes/panel.html",
        context={"rows": rows, "new_url": new_url if actor.is_coordinator else ""},
    )


def _row(actor: Actor, engagement: Engagement, items: list[Item], today: date) -> TakesPart:
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
        still_needed=[short(item) for item in missing(items)],
        ends_soon=soon(items, today),
        waits=waiting(items) if actor.is_coordinator else [],
    )
