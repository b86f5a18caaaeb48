"""What a house decides below the law: fixed amounts are off, a programme pays at most what the law allows, and who pays
does not set the limits of paying."""

from datetime import date, timedelta
from functools import partial

import pytest

from naast.core import clock
from naast.core.errors import Incomplete, NotAllowed
from naast.expenses.errors import NotPayable
from naast.expenses.inputs import HouseTerms, ProgrammeTerms
from naast.expenses.models import Claim, CostSettings, ProgrammeCosts
from naast.expenses.services import claims, terms
from naast.expenses.states import Kind, Task, Vehicle
from naast.expenses.terms import above_the_law, why_not
from naast.law.costs.figures import BELGIUM, NETHERLANDS, known_figures
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.programmes.models import Programme
from tests.conftest import Cast
from tests.costing import (
    A_DAY,
    bea,
    bill,
    declared,
    finance,
    fixed_amounts,
    flat,
    in_programme,
    ride,
)
from tests.factories import ProgrammeFactory, actor_of, member

ACCOUNT = HouseTerms(
    second_pair_above=5000, account_name="De Brug vzw", iban="BE71096123456769", bic=""
)


def koen(cast: Cast) -> Actor:
    """An administrator."""
    return actor_of(member(cast.here, Function.ADMINISTRATOR))


def programme(cast: Cast) -> Programme:
    made: Programme = ProgrammeFactory(organisation=cast.here)
    return made


def pays(**changed: object) -> ProgrammeTerms:
    """Travel and bills; nothing else unless said."""
    usual: dict[str, object] = {"pays_travel": True, "pays_real": True, "pays_flat": False}
    return ProgrammeTerms(**(usual | changed))  # type: ignore[arg-type]  # the usual ones, changed


@pytest.mark.covers("S2-43", "S4-17")
def test_nobody_gets_a_fixed_amount_until_the_house_decided_it_with_a_reason(cast: Cast) -> None:
    declared(cast)
    asks = partial(
        claims.claim, actor=actor_of(cast.bea), person=bea(cast), new=in_programme(cast, flat())
    )
    with pytest.raises(NotPayable):
        asks()
    with pytest.raises(Incomplete) as missing:
        terms.give_fixed(actor=koen(cast), reason=" ", decided_on=A_DAY)
    assert set(missing.value.fields) == {"flat_reason"}
    terms.give_fixed(actor=koen(cast), reason="Hele dagen uit", decided_on=A_DAY)
    assert asks().cents == 4000
    terms.stop_fixed(actor=koen(cast))
    terms.stop_fixed(actor=koen(cast))
    with pytest.raises(NotPayable):
        asks(new=in_programme(cast, flat(day=date(2026, 2, 11))))
    assert Claim.objects.count() == 1


def test_a_decision_is_not_of_tomorrow(cast: Cast) -> None:
    tomorrow = clock.today() + timedelta(days=1)
    with pytest.raises(Incomplete) as wrong:
        terms.give_fixed(actor=koen(cast), reason="Hele dagen uit", decided_on=tomorrow)
    assert set(wrong.value.fields) == {"flat_decided_on"}


def test_who_pays_does_not_set_the_limits_of_paying(cast: Cast) -> None:
    for actor in (actor_of(finance(cast)), cast.actor("amal"), cast.actor("chris")):
        with pytest.raises(NotAllowed):
            terms.change_house(actor=actor, new=ACCOUNT)
        with pytest.raises(NotAllowed):
            terms.give_fixed(actor=actor, reason="Zo", decided_on=A_DAY)
        with pytest.raises(NotAllowed):
            terms.stop_fixed(actor=actor)
    assert not CostSettings.objects.exists()
    assert terms.change_house(actor=koen(cast), new=ACCOUNT).second_pair_above == 5000


def test_a_name_and_a_number_of_an_account_belong_together(cast: Cast) -> None:
    with pytest.raises(Incomplete) as wrong:
        terms.change_house(actor=koen(cast), new=HouseTerms(second_pair_above=0, iban="BE1"))
    assert set(wrong.value.fields) == {"account_name"}
    with pytest.raises(Incomplete) as wrong:
        terms.change_house(
            actor=koen(cast), new=HouseTerms(second_pair_above=0, account_name="De Brug")
        )
    assert set(wrong.value.fields) == {"iban"}


def test_finance_says_what_a_programme_pays_and_others_do_not(cast: Cast) -> None:
    found = programme(cast)
    kept = terms.change_programme(
        actor=actor_of(finance(cast)),
        programme_id=found.pk,
        new=pays(kilometre_rate=2500, task=Task.DAY_GUARD),
    )
    assert (kept.kilometre_rate, kept.task) == (2500, Task.DAY_GUARD)
    for name in ("amal", "nele", "bea", "piet"):
        with pytest.raises(NotAllowed):
            terms.change_programme(actor=cast.actor(name), programme_id=found.pk, new=pays())
    elsewhere = actor_of(member(cast.elsewhere, Function.FINANCE))
    with pytest.raises(Programme.DoesNotExist):
        terms.change_programme(actor=elsewhere, programme_id=found.pk, new=pays())


def test_a_programme_gives_no_fixed_amount_that_the_house_does_not_give(cast: Cast) -> None:
    change = partial(
        terms.change_programme,
        actor=koen(cast),
        programme_id=programme(cast).pk,
        new=pays(pays_flat=True),
    )
    with pytest.raises(Incomplete) as wrong:
        change()
    assert set(wrong.value.fields) == {"pays_flat"}
    fixed_amounts(cast)
    assert change().pays_flat


def test_terms_stay_within_the_figures_of_the_day() -> None:
    belgian = known_figures(BELGIUM).on(A_DAY)
    wrong = above_the_law(pays(flat_amount=4403, kilometre_rate=4327), belgian, country=BELGIUM)
    assert set(wrong) == {"flat_amount", "kilometre_rate"}
    fine = pays(flat_amount=4402, kilometre_rate=4326)
    assert not above_the_law(fine, belgian, country=BELGIUM)


def test_where_no_figure_is_known_only_the_claim_is_judged() -> None:
    later = known_figures(BELGIUM).on(date(2028, 1, 1))
    assert not above_the_law(pays(flat_amount=9999, kilometre_rate=9999), later, country=BELGIUM)


def test_in_the_netherlands_an_hour_has_a_figure_and_a_kilometre_has_none() -> None:
    figures = known_figures(NETHERLANDS)
    on = figures.on(A_DAY)
    assert on.allowance is not None
    most = on.allowance.hour
    wrong = above_the_law(pays(flat_amount=most + 1, kilometre_rate=9000), on, country=NETHERLANDS)
    assert set(wrong) == {"flat_amount"}
    assert not above_the_law(pays(flat_amount=most), on, country=NETHERLANDS)


def a_claim(kind: Kind, cents: int, **fields: object) -> Claim:
    return Claim(kind=kind, cents=cents, **fields)


@pytest.mark.parametrize(
    ("claim", "costs", "is_fine"),
    [
        (a_claim(Kind.TRAVEL, 433, km=10_000, vehicle=Vehicle.CAR), {}, True),
        (a_claim(Kind.TRAVEL, 433, km=10_000, vehicle=Vehicle.CAR), {"pays_travel": False}, False),
        (a_claim(Kind.TRAVEL, 250, km=10_000, vehicle=Vehicle.CAR), {"kilometre_rate": 2500}, True),
        (
            a_claim(Kind.TRAVEL, 251, km=10_000, vehicle=Vehicle.CAR),
            {"kilometre_rate": 2500},
            False,
        ),
        # A ticket costs what it costs.
        (a_claim(Kind.TRAVEL, 900, vehicle=Vehicle.PUBLIC), {"kilometre_rate": 2500}, True),
        (a_claim(Kind.REAL_COST, 900), {}, True),
        (a_claim(Kind.REAL_COST, 900), {"pays_real": False}, False),
        (a_claim(Kind.FLAT, 900), {}, False),
        (a_claim(Kind.FLAT, 900), {"pays_flat": True}, True),
        (a_claim(Kind.FLAT, 900), {"pays_flat": True, "flat_amount": 900}, True),
        (a_claim(Kind.FLAT, 901), {"pays_flat": True, "flat_amount": 900}, False),
        (a_claim(Kind.GIFT, 900), {"pays_real": False}, True),
    ],
)
def test_a_programme_pays_what_it_said(
    claim: Claim, costs: dict[str, object], is_fine: bool
) -> None:
    settings = CostSettings(flat_is_on=True)
    own = ProgrammeCosts(**costs)
    assert (why_not(claim, settings=settings, costs=own, country=BELGIUM) == "") is is_fine


def test_an_amount_an_hour_asks_for_the_hours() -> None:
    own = ProgrammeCosts(pays_flat=True, flat_amount=450)
    why = partial(why_not, settings=CostSettings(flat_is_on=True), costs=own, country=NETHERLANDS)
    without, enough, more = (
        why(a_claim(Kind.FLAT, cents, hours=hours))
        for cents, hours in ((900, None), (900, 2000), (901, 2000))
    )
    assert without
    assert more
    assert not enough


def test_a_claim_of_a_programme_is_held_to_its_rate(cast: Cast) -> None:
    declared(cast)
    found = programme(cast)
    terms.change_programme(
        actor=koen(cast), programme_id=found.pk, new=pays(kilometre_rate=2500, pays_real=False)
    )
    asks = partial(claims.claim, actor=actor_of(cast.bea), person=bea(cast))
    asked = asks(new=ride(10, programme_id=found.pk))
    assert asked.cents == 250
    for new in (
        ride(10, programme_id=found.pk, cents=433),
        bill(programme_id=found.pk),
    ):
        with pytest.raises(NotPayable):
            asks(new=new)
