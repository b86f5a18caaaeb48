"""What we advise whoever writes a vacancy: it warns and never blocks."""

import pytest

from naast.programmes.models import Programme
from naast.vacancies import advice
from naast.vacancies.models import Duration, Vacancy, VacancyText

TEXT = VacancyText(language="nl", title="Buddy", text="Kom langs.", plain="Kom.")


def vacancy(minimum: int | None = None, **fields: object) -> Vacancy:
    """A vacancy on which there is nothing to advise, but for these fields."""
    usual: dict[str, object] = {"requirements": ["Je luistert."], "gives": ["listen"]}
    return Vacancy(programme=Programme(minimum_months=minimum), **(usual | fields))


def test_a_vacancy_in_order_gets_no_advice() -> None:
    assert advice.about(vacancy(), [TEXT]) == []
    assert advice.about(vacancy(6, commitment_months=6), [TEXT]) == []


@pytest.mark.covers("S3-12")
def test_more_than_five_requirements_get_advice_and_five_do_not() -> None:
    asked = [f"Punt {number}" for number in range(6)]

    found = advice.about(vacancy(requirements=asked), [TEXT])
    assert len(found) == 1
    assert "6" in found[0]
    assert advice.about(vacancy(requirements=asked[:5]), [TEXT]) == []


def test_a_point_that_is_asked_twice_is_quoted() -> None:
    asked = ["Je luistert.", "je  luistert", "Je kookt."]

    assert advice.doubled(asked) == ["Je luistert."]
    assert "Je luistert." in advice.about(vacancy(requirements=asked), [TEXT])[0]


@pytest.mark.covers("S1-242")
@pytest.mark.parametrize(
    "fields",
    [
        {"duration": Duration.SHORT},
        {"duration": Duration.ONCE},
        {"commitment_months": None},
        {"commitment_months": 3},
        {"commitment_months": 12},
    ],
)
def test_a_role_that_is_shorter_or_longer_than_its_programme_asks_is_noticed(
    fields: dict[str, object],
) -> None:
    found = advice.about(vacancy(6, **fields), [TEXT])

    assert len(found) == 1
    assert "6" in found[0]


def test_without_a_text_without_a_plain_one_and_without_points_there_is_something_to_do() -> None:
    no_plain = VacancyText(language="fr", title="Parrain", text="Venez.")

    assert len(advice.about(vacancy(), [])) == 1
    assert len(advice.about(vacancy(), [TEXT, no_plain])) == 1
    assert len(advice.about(vacancy(requirements=[]), [TEXT])) == 1
    assert len(advice.about(vacancy(gives=[]), [TEXT])) == 1
