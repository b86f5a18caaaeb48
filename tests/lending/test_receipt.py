"""The receipt, its words, and for how long a loan is remembered."""

from datetime import timedelta

import pytest
from dateutil.relativedelta import relativedelta

from naast.core import clock, personal_data, retention
from naast.lending.keeping import LOANS
from naast.lending.models import Loan
from naast.lending.pdf import content_of, receipt_pdf
from naast.lending.services import loans
from naast.lending.states import Condition
from naast.lending.texts import terms
from naast.people.models import Person
from tests import pdf_checks
from tests.conftest import Cast
from tests.lending_things import badge, laptop, lent, returned

HOUSE = "Buurthuis De Proef"


def test_the_receipt_can_be_read_by_everybody_and_is_the_same_each_time(cast: Cast) -> None:
    loan = lent(cast, laptop(cast), note="Lader van *iemand* #anders")
    made = receipt_pdf(loan, organisation=HOUSE, language="nl")
    assert pdf_checks.problems_of(made) == []
    assert made == receipt_pdf(loan, organisation=HOUSE, language="nl")


@pytest.mark.parametrize("language", ["nl", "fr", "en", "nl-be"])
def test_the_agreements_are_there_in_each_language(language: str) -> None:
    with_data, without = (terms(has_data=each, language=language) for each in (True, False))
    assert without.lead
    assert with_data.rules[: len(without.rules)] == without.rules
    assert len(with_data.rules) > len(without.rules)


def test_another_language_reads_dutch() -> None:
    assert terms(has_data=True, language="de") == terms(has_data=True, language="nl")


def test_who_confirmed_on_the_screen_need_not_sign(cast: Cast) -> None:
    loan = lent(cast, badge(cast))
    before = content_of(loan, organisation=HOUSE, language="nl")
    loan = loans.confirm(actor=cast.actor("bea"), loan_id=loan.pk)
    after = content_of(loan, organisation=HOUSE, language="nl")
    assert (len(before["signs"]), before["confirmed"]) == (2, "")
    assert (after["signs"], bool(after["confirmed"])) == ([], True)
    facts = [words for _term, words in after["facts"]]
    assert "Bea Buddy" in facts
    assert "met sleutelkoord" in facts


def aged(loan: Loan, months: int) -> Loan:
    """It came back so many months, and a day, ago."""
    day = clock.today() - relativedelta(months=months) - timedelta(days=1)
    Loan.objects.filter(pk=loan.pk).update(since_on=day, back_on=day)
    return loan


def test_two_years_after_it_came_back_a_loan_is_forgotten(cast: Cast) -> None:
    aged(returned(cast, lent(cast)), 24)
    younger = aged(returned(cast, lent(cast, badge(cast))), 23)
    out = lent(cast, badge(cast, label="Uit"))
    unwiped = aged(returned(cast, lent(cast, laptop(cast)), is_wiped=False), 30)
    lost = returned(cast, lent(cast, laptop(cast)), Condition.LOST, is_wiped=False)
    aged(lost, 30)

    assert retention.sweep(LOANS, cast.here.pk, day=clock.today()) == 2

    assert set(Loan.objects.all()) == {younger, out, unwiped}


def test_what_is_over_goes_with_the_person_and_what_is_out_stays(cast: Cast) -> None:
    (place,) = [each for each in personal_data.places() if each.model == "lending.Loan"]
    out, over = lent(cast, badge(cast)), returned(cast, lent(cast))
    wiped = returned(cast, lent(cast, badge(cast, label="Terug")))
    unwiped = returned(cast, lent(cast, laptop(cast)), is_wiped=False)
    fates: dict[personal_data.Fate, set[Loan]] = {}
    for way in place.about:
        rows = Loan.objects.filter(**{way.path: cast.person_id("bea")}, **way.only)
        fates.setdefault(way.fate, set()).update(rows)
    assert fates == {
        personal_data.Fate.STAYS: {out, unwiped},
        personal_data.Fate.GOES: {over, wiped},
    }


def test_of_who_was_erased_nothing_waits_once_it_is_back_and_clean(cast: Cast) -> None:
    loan = returned(cast, lent(cast), is_wiped=False)
    Person.objects.filter(pk=loan.person_id).update(erased_on=clock.today())
    assert retention.sweep(LOANS, cast.here.pk, day=clock.today()) == 0
    loans.note_wiped(actor=cast.actor("amal"), loan_id=loan.pk)
    assert retention.sweep(LOANS, cast.here.pk, day=clock.today()) == 1
