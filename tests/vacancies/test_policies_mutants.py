"""What everybody may read of what we look for, and who writes it: line by line."""

from datetime import timedelta

from naast.core import clock
from naast.programmes.models import Programme
from naast.vacancies import policies
from naast.vacancies.models import Vacancy
from tests.conftest import Cast
from tests.recruiting import VacancyFactory


def test_outside_stands_what_holds_in_a_programme_that_runs(cast: Cast) -> None:
    vacancy, day = VacancyFactory(organisation=cast.here), clock.today()
    house = cast.here.pk
    assert policies.outside(house, day).get() == vacancy
    assert policies.outside(house, vacancy.valid_until).get() == vacancy
    assert not policies.outside(house, vacancy.valid_until + timedelta(days=1)).exists()
    assert not policies.outside(cast.elsewhere.pk, day).exists()
    Vacancy.objects.update(valid_until=None)
    assert policies.outside(house, day).get() == vacancy
    Programme.objects.update(status=Programme.Status.CLOSED)
    assert not policies.outside(house, day).exists()
    Programme.objects.update(status=Programme.Status.ACTIVE)
    other = next(each for each in Vacancy.Status if each != Vacancy.Status.PUBLISHED)
    Vacancy.objects.update(status=other)
    assert not policies.outside(house, day).exists()
    assert policies.visible_to(cast.actor("amal")).get() == vacancy
    for name in ("bea", "nele", "chris"):
        assert not policies.visible_to(cast.actor(name)).exists()
        assert not policies.can_change(cast.actor(name), vacancy)
