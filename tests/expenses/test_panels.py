"""What stands about costs on pages of other rooms: papers, and what a programme pays back; never an amount of
somebody."""

from collections.abc import Mapping

import pytest

from naast.expenses.models import ProgrammeCosts
from naast.people import panels as people_panels
from naast.people.models import Person
from naast.programmes import page_panels
from naast.programmes.models import Programme
from tests.conftest import Cast
from tests.costing import bea, claimed, fixed_amounts
from tests.factories import ProgrammeFactory

CARD, PROGRAMME = "expenses/card_panel.html", "expenses/programme_panel.html"


def on_card(cast: Cast, person: Person) -> set[str]:
    """The panels that a coordinator sees there."""
    shown = people_panels.panels_for("volunteer", cast.actor("amal"), person)
    return {each.template for each in shown}


def on_programme(cast: Cast, reader: str, programme: Programme) -> dict[str, Mapping[str, object]]:
    """The panels that somebody sees there, with what they show."""
    place = "coordinator" if reader == "amal" else "member"
    shown = page_panels.panels_for(place, cast.actor(reader), programme)
    return {each.template: each.context for each in shown}


def test_papers_stand_on_the_card_of_who_would_rather_have_paper(cast: Cast) -> None:
    person = bea(cast)
    assert CARD not in on_card(cast, person)
    person.prefers_paper = True
    assert CARD in on_card(cast, person)


@pytest.mark.covers("S2-17")
def test_participants_see_nothing_of_costs_on_the_page_of_a_programme(cast: Cast) -> None:
    programme = ProgrammeFactory(organisation=cast.here)
    claimed(cast)
    for reader in ("bea", "amal"):
        assert PROGRAMME not in on_programme(cast, reader, programme)
    ProgrammeCosts.objects.create(organisation=cast.here, programme=programme, pays_flat=True)
    assert PROGRAMME in on_programme(cast, "bea", programme)
    assert PROGRAMME in on_programme(cast, "amal", programme)
    for reader in ("piet", "nele"):
        assert PROGRAMME not in on_programme(cast, reader, programme)


def test_a_fixed_amount_is_named_only_once_the_house_gives_them(cast: Cast) -> None:
    programme = ProgrammeFactory(organisation=cast.here)
    ProgrammeCosts.objects.create(organisation=cast.here, programme=programme, pays_flat=True)
    assert on_programme(cast, "bea", programme)[PROGRAMME]["gives_fixed"] is False
    fixed_amounts(cast)
    assert on_programme(cast, "bea", programme)[PROGRAMME]["gives_fixed"] is True
