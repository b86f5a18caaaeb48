"""The demo's part of what volunteers ask back themselves: kilometres, a ticket about which somebody asks something, a
fixed amount near the ceiling because of another organisation. All invented."""

from contextlib import suppress
from datetime import date
from io import BytesIO

from PIL import Image, ImageDraw

from naast.core.errors import Incomplete
from naast.desk.demo.season import Season
from naast.expenses.errors import NotPayable
from naast.expenses.inputs import NewClaim, Said
from naast.expenses.policies import mine
from naast.expenses.queries.mine import fixed_programmes
from naast.expenses.services import own
from naast.expenses.services.declaring import declare
from naast.expenses.services.moves import move
from naast.expenses.states import ASK_BACK, Kind, Vehicle
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.people.models import Person

# Numbers of banks' own examples: no account of anybody.
IBANS = {"BE": "BE71096123456769", "NL": "NL91ABNA0417164300"}
RIDES = 3
DAYS_OF_A_TICKET = 12
FEW = 8
DAYS_OF_A_FIXED_AMOUNT = 6
ELSEWHERE = Said(has_others=True, other_flat=140_000)


def fill(season: Season, active: list[Person]) -> None:
    """The first volunteer travels and got a question; one of the next nears the ceiling through another organisation."""
    first = active[0]
    traveller = season.as_person(first, Function.VOLUNTEER)
    _declare(season, first, Said(has_others=False))
    own.set_account(
        actor=traveller,
        holder=first.name,
        iban=IBANS[season.house.country],
        wants_cash=False,
    )
    # A year for which nobody knows the figures yet has no kilometres and no fixed amounts, in the demo as elsewhere.
    with suppress(NotPayable, Incomplete):
        _rides(season, traveller)
    with suppress(NotPayable, Incomplete):
        _ticket(season, traveller)
    for person in active[1:FEW]:
        if fixed_programmes(season.as_person(person, Function.VOLUNTEER)):
            _declare(season, person, ELSEWHERE)
            with suppress(NotPayable, Incomplete):
                _fixed(season, season.as_person(person, Function.VOLUNTEER))
            break


def _declare(season: Season, person: Person, said: Said) -> None:
    """For this year and the one before, since the days of the demo may lie in both."""
    for year in (season.today.year - 1, season.today.year):
        declare(
            actor=season.as_person(person, Function.VOLUNTEER), person=person, year=year, said=said
        )


def _rides(season: Season, actor: Actor) -> None:
    """Some of the visits of this year that wait; the others stay for whoever tries it. In January there may be none."""
    visits = mine.visits_to_claim(actor).order_by("visited_on", "id")
    rows = visits.filter(visited_on__gte=date(season.today.year, 1, 1)).values_list("pk", flat=True)
    if not rows:
        return
    own.ask_rides(
        actor=actor,
        rides=own.Rides(
            km=dict.fromkeys(rows[:RIDES], 8400),
            vehicle=Vehicle.BICYCLE,
            from_place="Thuis",
            to_place="Het bezoek",
        ),
    )


def _ticket(season: Season, actor: Actor) -> None:
    """A ticket of the tram, and a question about it."""
    new = NewClaim(
        kind=Kind.TRAVEL,
        day=season.ago(DAYS_OF_A_TICKET),
        vehicle=Vehicle.PUBLIC,
        cents=520,
        from_place="Thuis",
        to_place="Lokaal van de vorming",
        purpose="Vorming",
    )
    row = own.ask(actor=actor, new=new, photo=_photo())
    finance = season.as_member(season.of(Function.FINANCE), Function.FINANCE)
    move(actor=finance, claim=row, step=ASK_BACK, question="Was dit heen en terug, of alleen heen?")


def _fixed(season: Season, actor: Actor) -> None:
    """A fixed amount in the first programme that gives one."""
    for costs in fixed_programmes(actor)[:1]:
        own.ask_fixed(
            actor=actor,
            day=season.ago(DAYS_OF_A_FIXED_AMOUNT),
            programme_id=costs.programme_id,
            hours=2000,
        )


def _photo() -> BytesIO:
    """A piece of paper that says that it is invented."""
    paper = Image.new("RGB", (600, 400), "#fbf8f3")
    draw = ImageDraw.Draw(paper)
    for place, line in enumerate(("VERZONNEN TICKET", "Tram van de Fabel", "2 x 2,60")):
        draw.text((40, 60 + 90 * place), line, fill="#22302f", font_size=28)
    file = BytesIO()
    paper.save(file, "PNG")
    file.seek(0)
    return file
