"""The demo's part of what is paid back: the account of the house, fixed amounts for one programme with the reason, a
programme with a rate of its own, gifts, and a paper that finance entered. Before claims are made."""

from datetime import timedelta

from naast.desk.demo.season import Season
from naast.expenses.inputs import HouseTerms, NewClaim, NewGift, ProgrammeTerms, Said
from naast.expenses.services import claims, declaring, gifts, terms
from naast.expenses.states import Kind, Task
from naast.law.costs.figures import BELGIUM
from naast.organisations.actors import Actor
from naast.organisations.models import Function, Organisation
from naast.organisations.queries import colleagues
from naast.people.models import Person

# Numbers of banks' own examples: no account of anybody.
IBANS = {"BE": "BE71096123456769", "NL": "NL91ABNA0417164300"}
REASON = (
    "Wie een hele dag op uitstap gaat, houdt niet van elk kopje koffie het bonnetje bij. Alleen voor dit project, en "
    "alleen voor wie het vraagt."
)
# Cents: a day in Belgium, an hour in the Netherlands.
FIXED = {"BE": 2000, "NL": 400}
OWN_RATE = 3000
DAYS_OF_A_PAPER = 20


def fill(season: Season, active: list[Person]) -> None:
    """What holds in this house, then the papers and gifts that finance wrote down."""
    house = Organisation.objects.get(pk=season.actor.organisation_id)
    admin = season.as_member(season.of(Function.ADMINISTRATOR), Function.ADMINISTRATOR)
    terms.change_house(
        actor=admin,
        new=HouseTerms(
            second_pair_above=5000, account_name=house.name[:70], iban=IBANS[house.country]
        ),
    )
    terms.give_fixed(actor=admin, reason=REASON, decided_on=season.ago(400))
    for number, programme in enumerate(season.programmes):
        terms.change_programme(
            actor=admin, programme_id=programme.pk, new=_programme(number, house.country)
        )
    of_finance = colleagues(season.actor, Function.FINANCE)
    if of_finance:
        finance = season.as_member(of_finance[0], Function.FINANCE)
        _papers(season, finance, active[-1])


def _programme(number: int, country: str) -> ProgrammeTerms:
    """The first gives fixed amounts, the second has a rate of its own, all others follow the law."""
    is_first = number == 0
    needs_rate = number == 1 or country != BELGIUM
    return ProgrammeTerms(
        pays_travel=True,
        pays_real=True,
        pays_flat=is_first,
        flat_amount=FIXED[country] if is_first else None,
        kilometre_rate=OWN_RATE if needs_rate else None,
        task=Task.ORDINARY,
    )


def _papers(season: Season, finance: Actor, person: Person) -> None:
    """Somebody who is not online: a declaration, a bill in the folder, a gift and one that was a mistake."""
    day = season.ago(DAYS_OF_A_PAPER)
    declaring.declare(
        actor=finance, person=person, year=day.year, said=Said(has_others=False), signed_on=day
    )
    bill = NewClaim(
        kind=Kind.REAL_COST, day=day, cents=1480, purpose="Twee inkomkaarten museum", paper="17"
    )
    claims.claim(actor=finance, person=person, new=bill)
    given = NewGift(
        day=day - timedelta(days=3), cents=1500, what="Een boek, tien jaar vrijwilliger"
    )
    gifts.give(actor=finance, person=person, new=given)
    slip = gifts.give(
        actor=finance,
        person=person,
        new=NewGift(day=day, cents=15000, what="Een boek (nul te veel)"),
    )
    gifts.take_back(actor=finance, gift_id=slip.pk)
