"""The demo's part of looking at claims: bills of some volunteers, waiting, asked about, seen once, agreed, not paid and
corrected. All invented, also the bills."""

from io import BytesIO
from typing import Final

from PIL import Image, ImageDraw

from naast.core.pictures import small
from naast.desk.demo.season import Season
from naast.expenses.inputs import NewClaim, Said
from naast.expenses.models import Claim
from naast.expenses.services import claims, declaring
from naast.expenses.services.moves import move
from naast.expenses.states import PAY, Kind
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.organisations.queries import colleagues
from naast.payouts.services import looking, reversing
from naast.people.models import Person

# Days ago, cents, and what it was.
BILLS: Final = (
    (31, 1240, "Twee koffies en taart in de cafetaria"),
    (24, 860, "Ticket voor de bus, heen en terug"),
    (18, 7350, "Inkom pretpark met de hele groep"),
    (12, 1995, "Potgrond en bollen voor het terras"),
    (9, 450, "Postzegels"),
    (5, 12900, "Huur van een rolstoelbus"),
)
SIDE = 1200
PAIR = 2


def fill(season: Season, active: list[Person]) -> None:
    """One bill a volunteer; finance did something with each but the first two. A house without two colleagues of
    finance has nothing here."""
    house = colleagues(season.actor, Function.FINANCE)
    if len(house) < 2:
        return
    first, second = (season.as_member(each, Function.FINANCE) for each in house[:2])
    waiting = [_claim(season, person, number) for number, person in enumerate(active[-9:-3])]
    asked, plain, large = waiting[1], waiting[3], waiting[2]
    looking.ask_back(
        actor=first, claim_id=asked.pk, question="Welke bus was het? Op het ticket staat geen lijn."
    )
    looking.agree(actor=first, claim_id=large.pk)
    looking.agree(actor=first, claim_id=plain.pk)
    looking.decline(
        actor=first,
        claim_id=waiting[4].pk,
        reason="Deze postzegels waren van het onthaal. Vraag er gerust nieuwe aan Wim.",
    )
    _corrected(season, waiting[5], first, second)


def _corrected(season: Season, claim: Claim, first: Actor, second: Actor) -> None:
    """A large one that was agreed with and paid; its correction waits for the other colleague."""
    looking.agree(actor=first, claim_id=claim.pk)
    agreed = looking.agree(actor=second, claim_id=claim.pk)
    move(actor=first, claim=agreed, step=PAY, paid_on=season.ago(2))
    reversing.reverse(
        actor=first,
        claim_id=claim.pk,
        reason="De verhuurder gaf de waarborg terug. Stuur ons de huur alleen, dan betalen we die.",
    )


def _claim(season: Season, person: Person, number: int) -> Claim:
    """The volunteer sends a bill; in Belgium they said first that nobody else pays them."""
    ago, cents, purpose = BILLS[number]
    day = season.ago(ago)
    own = season.as_person(person, Function.VOLUNTEER)
    declaring.declare(actor=own, person=person, year=day.year, said=Said(has_others=False))
    bill = NewClaim(
        kind=Kind.REAL_COST, day=day, cents=cents, purpose=purpose, jpeg=_bill(purpose, cents)
    )
    return claims.claim(actor=own, person=person, new=bill)


def _bill(purpose: str, cents: int) -> bytes:
    """A piece of paper that says that it is invented."""
    paper = Image.new("RGB", (600, 800), "#fbf8f3")
    draw = ImageDraw.Draw(paper)
    lines = (
        "VERZONNEN BON",
        "Winkel in de Fabel",
        purpose,
        f"Totaal {cents // 100},{cents % 100:02}",
    )
    for place, line in enumerate(lines):
        draw.text((40, 60 + 90 * place), line, fill="#22302f", font_size=28)
    file = BytesIO()
    paper.save(file, "PNG")
    file.seek(0)
    return small(file, side=SIDE)
