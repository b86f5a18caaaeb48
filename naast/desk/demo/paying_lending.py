"""The demo's part of lending: a small register, loans in every state, and a rule on own devices; all invented."""

from itertools import cycle
from uuid import UUID

from naast.desk.demo.season import Season
from naast.lending.inputs import ItemInput, NewLoan, TakenBack
from naast.lending.models import Item, Loan, OwnDevices
from naast.lending.services import loans, things
from naast.lending.states import Condition, ItemKind
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.parting.models import Parting
from naast.parting.states import OPEN_STATES
from naast.people.models import Person

REGISTER = (
    ItemInput(ItemKind.LAPTOP, "Laptop 1", "NB-001", has_data=True, note="lader en hoes"),
    ItemInput(ItemKind.LAPTOP, "Laptop 2", "NB-002", has_data=True, note="lader"),
    ItemInput(ItemKind.PHONE, "Telefoon van de permanentie", "T-01", has_data=True),
    ItemInput(ItemKind.PHONE, "Telefoon van de uitstap", "T-02", has_data=True, note="hoesje"),
    ItemInput(ItemKind.BADGE, "Badge van de zijdeur 7", "7", note="groen koord"),
    ItemInput(ItemKind.BADGE, "Badge van de zijdeur 8", "8", note="groen koord"),
    ItemInput(ItemKind.CLOTHES, "Regenjas M, nummer 4", "M4"),
    ItemInput(ItemKind.OTHER, "Bakfiets", "", note="slot en twee sleutels"),
    ItemInput(ItemKind.LAPTOP, "Laptop 0 (versleten)", "NB-000", has_data=True),
)
RULES = (
    (OwnDevices.Rule.NEVER, "Bij iemand thuis kijken we naar elkaar, niet naar een scherm."),
    (OwnDevices.Rule.ASK, "Soms is een eigen laptop handig. Bespreek eerst waar en waarvoor."),
    (OwnDevices.Rule.FINE, "Een eigen telefoon is goed. Bewaar er niets op over een deelnemer."),
)


def fill(season: Season, active: list[Person]) -> None:
    """A little in every state, so that every page has something to show."""
    actor = season.as_member(season.staff[0], Function.COORDINATOR)
    items = [things.add_item(actor=actor, new=each) for each in REGISTER]
    things.retire_item(actor=actor, item_id=items[-1].pk)
    cast = next((person for person in active if person.user_id is not None), active[0])
    others = [person for person in active if person.user_id is None]
    _of_cast(season, actor, cast, items)
    _of_others(season, actor, others, items)
    _rules(season, actor)


def _lend(actor: Actor, item: Item, person_id: UUID, season: Season, *days: int) -> Loan:
    """Lent so many days ago, and back so many days ago (negative: still to come)."""
    since, *due = (season.ago(each) for each in days)
    new = NewLoan(
        item_id=item.pk, person_id=person_id, since_on=since, due_on=next(iter(due), None)
    )
    return loans.lend(actor=actor, new=new)


def _of_cast(season: Season, actor: Actor, cast: Person, items: list[Item]) -> None:
    """A laptop that is confirmed, a badge to confirm, and something that was given back."""
    himself = season.as_person(cast, Function.VOLUNTEER)
    had = _lend(actor, items[0], cast.pk, season, 200, 100)
    back = TakenBack(back_on=season.ago(101), condition=Condition.FINE, is_wiped=True)
    loans.take_back(actor=actor, loan_id=had.pk, back=back)
    has = _lend(actor, items[0], cast.pk, season, 40, -5)
    loans.confirm(actor=himself, loan_id=has.pk)
    _lend(actor, items[4], cast.pk, season, 3)


def _of_others(season: Season, actor: Actor, others: list[Person], items: list[Item]) -> None:
    """Late, lost with data on it, with somebody who leaves, and back with something still on it."""
    # Nobody who leaves, so that each stands in one list alone.
    saying = Parting.objects.filter(
        organisation_id=actor.organisation_id, state__in=OPEN_STATES
    ).values_list("person_id", flat=True)
    leaving = set(saying)
    staying = cycle([person for person in others if person.pk not in leaving] or others)
    _lend(actor, items[5], next(staying).pk, season, 90, 12)
    lost = _lend(actor, items[2], next(staying).pk, season, 60)
    Loan.objects.filter(pk=lost.pk).update(
        told=Condition.LOST,
        told_on=season.ago(1),
        told_words="Blijven liggen op de bus. Ik belde al naar de gevonden voorwerpen.",
    )
    over = _lend(actor, items[3], next(staying).pk, season, 30, 2)
    back = TakenBack(back_on=season.ago(2), condition=Condition.FINE, is_wiped=False)
    loans.take_back(actor=actor, loan_id=over.pk, back=back)
    leaver = next((person for person in others if person.pk in leaving), None)
    if leaver is not None:
        _lend(actor, items[6], leaver.pk, season, 150)


def _rules(season: Season, actor: Actor) -> None:
    """All programmes but one have a rule; of that one nobody said so yet."""
    for programme, (rule, why) in zip(season.programmes[:-1], cycle(RULES), strict=False):
        things.set_own_devices(actor=actor, programme_id=programme.pk, rule=rule, why=why)
