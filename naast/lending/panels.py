"""What a volunteer has of the house on their card and at their goodbye; the rule on own devices on the page of a
programme."""

from uuid import UUID

from django.db.models import QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.core import clock
from naast.lending.models import Loan, OwnDevices
from naast.lending.policies import loans as policies
from naast.lending.policies import things
from naast.lending.queries import loans as queries
from naast.lending.queries.things import OUT
from naast.organisations.actors import Actor
from naast.organisations.panels import Panel
from naast.parting import belongings
from naast.people import panels as people_panels
from naast.people.models import Person
from naast.programmes import page_panels
from naast.programmes.models import Programme

MOST = 20


def on_card(actor: Actor, person: Person) -> Panel | None:
    """On a volunteer's card, for coordinators: what they have, and where to lend something; one query."""
    if not actor.is_coordinator or actor.person_id == person.pk:
        return None
    return Panel(
        gettext_lazy("On loan"),
        "lending/card_panel.html",
        {
            "rows": list(queries.of_person(actor, person).order_by("-id")[:MOST]),
            "today": clock.today(),
            "lend_url": actor.url("lending:lend_to", person_id=person.pk)
            if policies.can_lend(actor, person)
            else "",
        },
    )


def to_come_back(actor: Actor, person_id: UUID) -> list[tuple[str, str]]:
    """For the page of a goodbye; one query."""
    rows = policies.visible_to(actor).filter(OUT, person_id=person_id)
    return [
        (
            _("%(thing)s, lent on %(day)s") % {"thing": loan.item.label, "day": _day(loan)},
            actor.url("lending:loan", loan_id=loan.pk),
        )
        for loan in rows.select_related("item").order_by("id")[:MOST]
    ]


def _day(loan: Loan) -> str:
    return date_format(loan.since_on, "DATE_FORMAT")


def _rule(actor: Actor, programme: Programme) -> QuerySet[OwnDevices]:
    return things.own_devices_visible_to(actor).filter(programme=programme)


def on_programme(actor: Actor, programme: Programme) -> Panel:
    """On the page of a programme, for who coordinates: what holds, and where to say so; one query."""
    return Panel(
        gettext_lazy("Your own phone or laptop"),
        "lending/programme_panel.html",
        {
            "said": _rule(actor, programme).first(),
            "url": actor.url("lending:own_devices_of", programme_id=programme.pk),
        },
    )


def for_members(actor: Actor, programme: Programme) -> Panel:
    """The same for who takes part: only what holds; one query, and none where nobody said so."""
    return Panel(
        gettext_lazy("Your own phone or laptop"),
        "lending/programme_panel.html",
        {"said": _rule(actor, programme).first(), "url": ""},
    )


def register() -> None:
    """Called by the room's AppConfig.ready()."""
    people_panels.register("volunteer", on_card)
    page_panels.register("coordinator", on_programme)
    page_panels.register("member", for_members, sign=_rule)
    belongings.register(to_come_back)
