"""On the volunteer's card, for coordinators: whether checks are in place, and the way to the rest. What came of
them, and who reports, stand on pages of which reading is noted; on the timeline of the card stands nothing."""

from django.utils.translation import gettext_lazy as _

from naast.checks.queries import checks as check_queries
from naast.core import clock
from naast.organisations.actors import Actor
from naast.people import panels
from naast.people.models import Person


def checks_of(actor: Actor, person: Person) -> panels.Panel | None:
    """For coordinators; one query."""
    if not actor.is_coordinator:
        return None
    return panels.Panel(
        title=_("Checks"),
        template="checks/panel.html",
        context={
            "records": [
                (record, record.holds_on(clock.today()))
                for record in check_queries.of_person(actor, person.pk)
            ],
            "checks_url": actor.url("checks:of_person", person_id=person.pk),
            "report_url": actor.url("checks:report_of", person_id=person.pk),
        },
    )


def register() -> None:
    """Called by the room's AppConfig.ready()."""
    panels.register("volunteer", checks_of)
