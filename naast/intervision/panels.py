"""On the volunteer's card: in which groups somebody takes part, and when they meet next. Nothing more: who
was there how often stands nowhere beside a name (S1-188)."""

from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext_lazy as _

from naast.core import clock
from naast.core.text import Text
from naast.intervision.models import Evening, SeriesMember
from naast.organisations.actors import Actor
from naast.people import panels
from naast.people.models import Person
from naast.people.policies import looks_after_all

WORDS: dict[str, tuple[Text, str]] = {
    "series.joined": (_("Takes part in a group that meets"), "messages-square"),
    "series.left": (_("Takes part in a group no longer"), "messages-square"),
}


def groups_of(actor: Actor, person: Person) -> panels.Panel | None:
    """For who looks after volunteers: one query; nothing for who is in no group."""
    if not looks_after_all(actor):
        return None
    coming = Evening.objects.filter(
        series=OuterRef("series"), starts_at__gt=clock.now(), cancelled_at__isnull=True
    ).order_by("starts_at")
    rows = SeriesMember.objects.filter(
        organisation_id=actor.organisation_id,
        person=person,
        left_on__isnull=True,
        series__ended_on__isnull=True,
    ).select_related("series")
    groups = list(rows.annotate(next_at=Subquery(coming.values("starts_at")[:1])).order_by("id"))
    if not groups:
        return None
    return panels.Panel(
        title=_("Takes part in"),
        template="intervision/panel.html",
        context={"groups": groups, "is_link": actor.is_coordinator},
    )


def register() -> None:
    """Called by the room's AppConfig.ready()."""
    panels.register("volunteer", groups_of)
    panels.register_words(WORDS)
