"""What the same hand sent a moment ago is found again; the same words later are new."""

import pytest

from naast.companionship.models import CallBack
from naast.companionship.services.callbacks import ask_call_back
from naast.organisations.taps import same_words
from tests.at_once import at_once
from tests.conftest import Cast


def test_words_are_the_same_without_the_spaces_around_them() -> None:
    rows = [CallBack(text="Bel mij", kind="talk"), CallBack(text="Over Piet", kind="talk")]
    assert same_words(rows, text=" Over Piet ") is rows[1]
    assert same_words(rows, text="Over Piet", kind="other") is None


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_two_taps_at_the_same_moment_are_one_call(cast: Cast) -> None:
    def ask() -> CallBack:
        return ask_call_back(actor=cast.actor("bea"), kind="talk", text="Bel mij")

    first, second = at_once(ask, ask)
    assert first == second == CallBack.objects.get()
