"""Finding out what suits: sentences, two groups by the alphabet, and answers that travel signed."""

import pytest

from naast.vacancies.exploration import ENERGY, Answers, Fit, fits, pack, unpack, weigh
from naast.vacancies.models import Company, Duration, Structure, Vacancy
from naast.vacancies.times import EVENINGS, OFFICE_HOURS


def role(**fields: object) -> Vacancy:
    return Vacancy(**fields)


@pytest.mark.covers("S1-271")
def test_what_gives_energy_is_a_reason_and_what_costs_it_is_something_to_talk_about() -> None:
    answers = Answers(gives=("listen", "cook"), eats=("papers",))
    fit = weigh(answers, role(gives=["listen", "papers", "group"]))

    assert len(fit.reasons) == len(fit.to_talk) == 1
    assert str(ENERGY["listen"]) in fit.reasons[0]
    assert str(ENERGY["papers"]) in fit.to_talk[0]
    assert not fit.fits_well
    assert weigh(Answers(gives=("listen",)), role(gives=["listen"])).fits_well


@pytest.mark.covers("S1-255")
@pytest.mark.parametrize(
    ("answers", "fields", "is_reason"),
    [
        (Answers(structure="fixed"), {"structure": Structure.FIXED}, True),
        (Answers(structure="fixed"), {"structure": Structure.EITHER}, True),
        (Answers(structure="fixed"), {"structure": Structure.FREE}, False),
        (Answers(structure="free"), {"structure": Structure.FIXED}, False),
        (Answers(company="alone"), {"company": Company.ALONE}, True),
        (Answers(company="together"), {"company": Company.EITHER}, True),
        (Answers(company="together"), {"company": Company.ALONE}, False),
        (Answers(duration="short"), {"duration": Duration.ONCE}, True),
        (Answers(duration="short"), {"duration": Duration.LASTING}, False),
        (Answers(duration="long"), {"duration": Duration.LASTING}, True),
        (Answers(duration="long"), {"duration": Duration.YEARLY}, True),
        (Answers(duration="long"), {"duration": Duration.SHORT}, False),
        (Answers(when=("evening",)), {"weekly": EVENINGS}, True),
        (Answers(when=("evening",)), {"weekly": OFFICE_HOURS}, False),
    ],
)
def test_each_preference_becomes_one_sentence_on_the_right_side(
    answers: Answers, fields: dict[str, object], is_reason: bool
) -> None:
    fit = weigh(answers, role(**fields))
    assert (len(fit.reasons), len(fit.to_talk)) == ((1, 0) if is_reason else (0, 1))


def test_times_that_are_still_to_be_agreed_say_nothing() -> None:
    fit = weigh(Answers(when=("weekend",)), role(weekly=None))
    assert fit.reasons == fit.to_talk == ()


def test_no_role_stands_above_another_and_one_without_a_reason_stays_away() -> None:
    answers = Answers(gives=("listen", "cook"), structure="fixed")
    alfa = ("Alfa", role(gives=["listen"], structure=Structure.FIXED))
    beta = ("beta", role(gives=["listen", "cook"], structure=Structure.FIXED))
    only_fixed = ("Gamma", role(structure=Structure.FIXED))
    free = ("Delta", role(gives=["cook"], structure=Structure.FREE))
    nothing = ("Epsilon", role(gives=["papers"], structure=Structure.FREE))

    well, worth = fits(answers, [beta, only_fixed, nothing, free, alfa])

    def of(found: list[Fit]) -> list[Vacancy]:
        return [fit.vacancy for fit in found]

    assert of(well) == [alfa[1], beta[1]]
    assert of(worth) == [free[1], only_fixed[1]]


def test_the_answers_travel_as_one_signed_word() -> None:
    answers = Answers(gives=("listen",), eats=("papers",), structure="fixed", when=("evening",))

    assert unpack(pack(answers)) == {
        "gives": ["listen"],
        "eats": ["papers"],
        "structure": "fixed",
        "company": "",
        "duration": "",
    }


@pytest.mark.parametrize("word", ["", "nonsense", "a:b:c", pack(Answers())[:-1] + "!"])
def test_a_word_that_we_did_not_sign_carries_nothing(word: str) -> None:
    assert unpack(word) == {}


def test_nothing_answered_is_empty() -> None:
    assert Answers().is_empty
    assert not Answers(company="alone").is_empty


def test_there_are_ten_to_fourteen_things_that_give_or_cost_energy() -> None:
    assert 10 <= len(ENERGY) <= 14
