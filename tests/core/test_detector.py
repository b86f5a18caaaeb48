"""The detector finds numbers that check and names of others, and nothing in plain talk."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from naast.core.detector import (
    IBAN_LENGTHS,
    Known,
    Sort,
    is_account,
    is_belgian,
    is_card,
    is_dutch,
    look,
)


def _sorts(text: str, known: Known | None = None) -> list[Sort]:
    return [each.sort for each in look(text, known=known or Known())]


def _belgian(year: int, month: int, day: int, order: int, *, since_2000: bool) -> str:
    first = f"{year:02}{month:02}{day:02}{order:03}"
    number = int(first) + (2_000_000_000 if since_2000 else 0)
    return first + f"{97 - number % 97:02}"


BELGIANS = st.builds(
    _belgian,
    st.integers(0, 99),
    st.integers(0, 12),
    st.integers(0, 31),
    st.integers(1, 997),
    since_2000=st.booleans(),
)


@given(BELGIANS, st.sampled_from(["{0}{1}{2}{3}{4}", "{0}.{1}.{2}-{3}.{4}", "{0} {1} {2} {3} {4}"]))
def test_a_belgian_national_number_is_found_however_it_is_written(number: str, form: str) -> None:
    parts = (number[:2], number[2:4], number[4:6], number[6:9], number[9:])
    written = form.format(*parts)
    assert _sorts(f"Haar nummer is {written}, zei ze.") == [Sort.NATIONAL_BE]


@given(BELGIANS, st.integers(0, 10), st.integers(1, 9))
def test_one_other_digit_and_a_belgian_number_checks_no_more(number: str, at: int, by: int) -> None:
    other = number[:at] + str((int(number[at]) + by) % 10) + number[at + 1 :]
    both = {97 - int(other[:9]) % 97, 97 - (2_000_000_000 + int(other[:9])) % 97}
    if int(other[9:]) not in both:
        assert not is_belgian(other)


@given(st.integers(10_000_000, 99_999_999))
def test_of_ten_last_digits_one_at_most_makes_a_dutch_number(first: int) -> None:
    good = [last for last in range(10) if is_dutch(f"{first}{last}")]
    assert len(good) <= 1
    for last in good:
        assert _sorts(f"Zijn BSN: {first}{last}.")[:1] in ([Sort.NATIONAL_NL], [Sort.PHONE])


def _iban(country: str, account: str) -> str:
    body = account[: IBAN_LENGTHS[country] - 4]
    turned = "".join(str(int(each, 36)) for each in f"{body}{country}00")
    return f"{country}{98 - int(turned) % 97:02}{body}"


@given(st.sampled_from(sorted(IBAN_LENGTHS)), st.text("0123456789", min_size=24, max_size=24))
def test_an_account_number_is_found_with_spaces_and_without(country: str, account: str) -> None:
    iban = _iban(country, account)
    spaced = " ".join(iban[at : at + 4] for at in range(0, len(iban), 4))
    assert is_account(iban)
    for written in (iban, spaced, iban.lower()):
        found = look(f"Rekening {written} van haar.")
        assert [each.sort for each in found] == [Sort.ACCOUNT]
        assert found[0].words.replace(" ", "").upper() == iban


@given(st.text("0123456789", min_size=12, max_size=18))
def test_the_last_digit_decides_whether_it_could_be_a_card(first: str) -> None:
    assert len([last for last in range(10) if is_card(f"{first}{last}")]) == 1


@given(st.text(max_size=400))
def test_any_text_can_be_looked_at_and_each_piece_stands_where_it_says(text: str) -> None:
    found = look(text)
    for each in found:
        assert text[each.start : each.end] == each.words
    assert all(one.end <= other.start for one, other in pairwise(found))


@pytest.mark.parametrize(
    "text",
    [
        "Vandaag om 14.30 uur, op 26 november 2026, samen naar de markt geweest.",
        "We speelden kaart en dronken koffie. Piet vertelde over vroeger.",
        "Hij verhuist naar nummer 12 in 2640. Het kost 1.250,00 euro.",
        "Ze is 85 jaar. Zij heeft het druk.",
        "",
    ],
)
def test_plain_talk_gives_no_warning(text: str) -> None:
    assert _sorts(text) == []


def test_addresses_and_phones_of_others_are_found_and_the_own_ones_are_not() -> None:
    text = "Bel 0475 12 34 56 of mail naar dochter@voorbeeld.example."
    assert _sorts(text) == [Sort.PHONE, Sort.MAIL]
    own = Known(
        addresses=frozenset({"Dochter@voorbeeld.example"}), phones=frozenset({"+32475123456"})
    )
    assert _sorts(text, own) == []


def test_names_of_others_are_a_hint_and_the_own_name_is_not() -> None:
    text = "Met Bea Buddy zagen we haar dochter Lies van den Broeck. Anna bleef thuis."
    found = look(text, known=Known(names=frozenset({"Bea Buddy"})))
    assert [each.words for each in found] == ["Lies van den Broeck"]


def test_the_first_word_of_a_sentence_is_no_name() -> None:
    assert _sorts("Samen gewandeld. Jan kwam mee. «Mooi» zei hij.") == []
