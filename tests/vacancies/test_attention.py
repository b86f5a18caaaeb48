"""Vacancies on the desk: which leave the site soon, and whose they are."""

from datetime import timedelta

from naast.core import clock
from naast.core.attention import Urgency
from naast.organisations.actors import Actor
from naast.vacancies import attention
from tests.conftest import Cast
from tests.factories import ProgrammeFactory
from tests.recruiting import VacancyFactory


def test_what_lapses_within_a_week_or_has_lapsed_is_on_the_desk_of_its_contact(
    cast: Cast, coordinator: Actor
) -> None:
    today = clock.today()
    programme = ProgrammeFactory(organisation=cast.here, coordinator=cast.amal)
    here = {"organisation": cast.here, "programme": programme}
    late = VacancyFactory(**here, valid_until=today - timedelta(days=1), contact=cast.nele)
    soon = VacancyFactory(**here, valid_until=today + timedelta(days=7))
    VacancyFactory(**here, valid_until=today + timedelta(days=8))
    VacancyFactory(**here, valid_until=today, status="closed")
    VacancyFactory(organisation=cast.elsewhere, valid_until=today)

    found = attention.items(coordinator, now=clock.now())

    assert [item.subject_id for item in found] == [late.pk, soon.pk]
    assert [item.owner_id for item in found] == [cast.nele.pk, cast.amal.pk]
    assert [item.urgency for item in found] == [Urgency.THIS_WEEK, Urgency.GOOD_TO_KNOW]
    assert found[0].url == cast.url(f"recruiting/vacancies/{late.pk}/")
    assert "Buddy worden" in str(found[0].sentence)


def test_signs_and_items_tell_the_same_and_nobody_else_sees_them(cast: Cast) -> None:
    VacancyFactory(organisation=cast.here, valid_until=clock.today())
    now = clock.now()

    for who, number in (("amal", 1), ("bea", 0), ("nele", 0), ("chris", 0)):
        actor = cast.actor(who)
        signs = attention.signs(actor, now=now)
        assert signs["vacancies-to-confirm"].count() == number
        assert len(attention.items(actor, now=now)) == number
    assert attention.items(cast.actor("amal"), now=now, there=()) == []
