"""The demo's part of the year: costs of last year that were paid before and after its end, a correction, one that still
waits, and who nears a ceiling. After all others made their claims; all invented."""

from datetime import date

from naast.core import clock
from naast.desk.demo.season import Season
from naast.expenses.inputs import NewClaim, Said
from naast.expenses.models import Claim
from naast.expenses.services.claims import claim
from naast.expenses.services.declaring import declare
from naast.expenses.services.moves import move
from naast.expenses.states import APPROVE, PAY, Kind
from naast.organisations.actors import Actor
from naast.organisations.models import Function, Organisation
from naast.organisations.queries import colleagues
from naast.people.models import Person
from naast.statements.services import nearing

# Month and day of the cost, cents, what for; paid on this month and day of the same year, or of the next one.
PAID = (
    (10, 6, 1150, "Treinkaartjes naar de kust", (10, 30)),
    (11, 17, 820, "Toegang zwembad", (12, 4)),
    (12, 29, 1460, "Inkom wintermarkt", (1, 15)),
)
STILL_WAITS = (12, 30, 975, "Busrit met de rolstoel")
SAID = Said(has_others=False)


def fill(season: Season, active: list[Person]) -> None:
    """Papers of last year that finance entered, for the first volunteer and the third. A house without finance has
    none."""
    member = colleagues(season.actor, Function.FINANCE).first()
    if member is None:
        return
    last, finance = season.today.year - 1, season.as_member(member, Function.FINANCE)
    for person in (active[0], active[2]):
        declare(actor=finance, person=person, year=last, said=SAID, signed_on=date(last, 1, 8))
        for number, (month, day, cents, words, paid) in enumerate(PAID, start=1):
            bill = _bill(date(last, month, day), cents, words, number)
            _pay(finance, claim(actor=finance, person=person, new=bill), paid, last)
    month, day, cents, words = STILL_WAITS
    waiting = _bill(date(last, month, day), cents, words, len(PAID) + 1)
    claim(actor=finance, person=active[2], new=waiting)
    house = Organisation.objects.get(pk=season.actor.organisation_id)
    nearing.mark(season.actor, house, clock.now())


def _bill(day: date, cents: int, words: str, number: int) -> NewClaim:
    return NewClaim(
        kind=Kind.REAL_COST, day=day, cents=cents, purpose=words, paper=f"{day.year}-{number}"
    )


def _pay(finance: Actor, made: Claim, paid: tuple[int, int], last: int) -> None:
    """Paid in the year itself, or in January for December."""
    month, day = paid
    paid_on = date(last + (month < made.day.month), month, day)
    move(actor=finance, claim=made, step=APPROVE)
    move(actor=finance, claim=made, step=PAY, paid_on=paid_on)
