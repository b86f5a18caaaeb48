"""The demo's part of rates: in Belgium an invented amount for a kilometre by car, so that claims of this autumn can be
sent. Nothing else is invented: what the law says stands in the package."""

from datetime import date

from naast.desk.demo.season import Season
from naast.law.costs.figures import BELGIUM
from naast.organisations.models import Function, Organisation
from naast.people.models import Person
from naast.rates.inputs import NewRate
from naast.rates.models import Figure
from naast.rates.services import rates

INVENTED = NewRate(
    figure=Figure.CAR,
    valid_from=date(2026, 4, 1),
    valid_to=date(2026, 12, 31),
    amounts={"rate": 4333},
    source="VERZONNEN voor deze demo: geen echt bedrag, geen echte bron",
    why_right="Verzonnen, zodat de ritten van dit najaar in de demo een bedrag hebben.",
)
SLIP = NewRate(
    figure=Figure.CAR,
    valid_from=date(2026, 4, 1),
    valid_to=date(2026, 6, 30),
    amounts={"rate": 4233},
    source="VERZONNEN voor deze demo",
)


def fill(season: Season, active: list[Person]) -> None:
    """One row that holds, and one that was typed wrong and withdrawn. The house in the Netherlands adds nothing."""
    house = Organisation.objects.get(pk=season.actor.organisation_id)
    if house.country != BELGIUM:
        return
    actor = season.as_member(season.of(Function.ADMINISTRATOR), Function.ADMINISTRATOR)
    slip = rates.add(actor=actor, new=SLIP)
    rates.withdraw(actor=actor, rate_id=slip.pk, because="Twee cijfers verwisseld.")
    rates.add(actor=actor, new=INVENTED)
