"""Values as people type them."""

from datetime import date, time, timedelta
from typing import Any

import pytest
from babel import Locale
from django.utils.translation import override
from hypothesis import example, given, settings
from hypothesis import strategies as st

from naast.core.sheets import neutral, plain
from naast.exchange.duplicates import Entry, Register, Verdict, within
from naast.exchange.values.dates import Meaning, parse_date
from naast.exchange.values.languages import language_name, parse_languages
from naast.exchange.values.names import parse_name
from naast.exchange.values.phones import parse_phone
from naast.exchange.values.places import parse_postcode
from naast.exchange.values.readings import Reading
from naast.exchange.values.times import parse_availability, parse_duration
from naast.exchange.values.words import parse_boolean, parse_email, parse_gender, split_list
from naast.exchange.words_of import words_for_week
from naast.people.terms import LANGUAGES

TODAY = date(2026, 11, 21)
DAYS = ("ma", "di", "wo", "do", "vr", "za", "zo")


def value(read: Any) -> Any:
    return read.value if isinstance(read, Reading) else read.code


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("3/7/58", date(1958, 7, 3)),
        ("03-07-1958", date(1958, 7, 3)),
        ("3 juli 1958", date(1958, 7, 3)),
        ("3 juillet 1958", date(1958, 7, 3)),
        ("1er août 1970", date(1970, 8, 1)),
        ("July 3, 1958", date(1958, 7, 3)),
        ("1958-07-03", date(1958, 7, 3)),
        ("3.7.58", date(1958, 7, 3)),
        ("19580703", date(1958, 7, 3)),
        (21369, date(1958, 7, 3)),
        ("21369", date(1958, 7, 3)),
        ("di 3/7/12", date(2012, 7, 3)),
        ("29/2/2019", "date.impossible"),
        ("3/7/2030", "date.future"),
        ("1/1/1890", "date.too-old"),
        ("1958", "date.year-only"),
        ("ergens", "date.unreadable"),
        (True, "date.unreadable"),
    ],
)
def test_birth_dates(typed: Any, expected: Any) -> None:
    assert value(parse_date(typed, Meaning.BIRTH, TODAY)) == expected


def test_a_guessed_year_is_said_out_loud() -> None:
    with override("en"):
        read = parse_date("3/7/58", Meaning.BIRTH, TODAY)
    assert isinstance(read, Reading)
    assert "1958" in read.note
    certain = parse_date("3/7/1958", Meaning.BIRTH, TODAY)
    assert isinstance(certain, Reading)
    assert certain.note == ""


def test_the_same_two_digits_mean_another_century_for_a_visit() -> None:
    assert value(parse_date("3/7/24", Meaning.BIRTH, TODAY)) == date(1924, 7, 3)
    assert value(parse_date("3/7/24", Meaning.VISIT, TODAY)) == date(2024, 7, 3)
    assert value(parse_date("1/12", Meaning.VISIT, TODAY)) == date(2025, 12, 1)


@pytest.mark.parametrize(
    ("typed", "country", "expected"),
    [
        ("0475 12 34 56", "BE", "+32475123456"),
        ("0475/12.34.56", "BE", "+32475123456"),
        ("+32 (0)475 12 34 56", "BE", "+32475123456"),
        ("0032475123456", "NL", "+32475123456"),
        ("475123456", "BE", "+32475123456"),
        ("09 225 12 34", "BE", "+3292251234"),
        ("06-12345678", "NL", "+31612345678"),
        ("06-12345678", "BE", "+31612345678"),
        ("020 624 1111", "NL", "+31206241111"),
        ("0475 12 34 56 (na 18u)", "BE", "+32475123456"),
        ("0475123456 of 092251234", "BE", "+32475123456"),
        ("123", "BE", "phone.unreadable"),
        ("geen", "BE", "phone.unreadable"),
    ],
)
def test_phones(typed: str, country: str, expected: str) -> None:
    assert value(parse_phone(typed, country)) == expected


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("Jan van den Berg", "Jan", "van den Berg"),
        ("Van den Berg, An", "An", "Van den Berg"),
        ("Berg, An van den", "An", "van den Berg"),
        ("PEETERS An", "An", "Peeters"),
        ("An PEETERS", "An", "Peeters"),
        ("VAN DEN BERG JAN", "Jan", "Van den Berg"),
        ("'t Hart, Piet", "Piet", "'t Hart"),
        ("jan d'hondt", "Jan", "D'Hondt"),
        ("J. de Vries", "J.", "de Vries"),
        ("Mevr. Jo Claes", "Jo", "Claes"),
        ("Yilmaz", "Yilmaz", ""),
        ("Claes Piet", "Piet", "Claes"),
        ("Piet Jan", "Piet", "Jan"),
        ("Marie-Claire De Smet", "Marie-Claire", "De Smet"),
    ],
)
def test_names(typed: str, first: str, last: str) -> None:
    read = parse_name(typed)
    assert isinstance(read, Reading)
    assert (read.value.first, read.value.last) == (first, last)


def test_a_heading_that_says_family_name_first_is_believed() -> None:
    read = parse_name("Jansen Mo", family_first=True)
    assert isinstance(read, Reading)
    assert (read.value.first, read.value.last) == ("Mo", "Jansen")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Nederlands, Frans (goed)", {"nl": 0, "fr": 2}),
        ("NL, beetje Turks", {"nl": 0, "tr": 1}),
        ("nl/fr/en", {"nl": 0, "fr": 0, "en": 0}),
        ("Arabe et français courant", {"ar": 0, "fr": 3}),
        ("NL: moedertaal; FR: basis", {"nl": 3, "fr": 1}),
        ("Engles", {"en": 0}),
        ("Türkçe & العربية", {"tr": 0, "ar": 0}),
        ("Berbers", {"ber": 0}),
        ("xqzw", "language.unknown"),
    ],
)
def test_languages(typed: str, expected: Any) -> None:
    read = parse_languages(typed)
    found = (
        {spoken.code: spoken.level for spoken in read.value}
        if isinstance(read, Reading)
        else read.code
    )
    assert found == expected


@pytest.mark.parametrize("locale", ["nl", "fr", "en"])
def test_every_language_is_read_back_from_its_own_name(locale: str) -> None:
    codes = {*LANGUAGES, *(code for code in map(str, Locale("nl").languages) if len(code) == 2)} - {
        "sh"
    }
    lost = {
        code: name
        for code in codes
        if (name := language_name(code, locale)) != code
        and [spoken.code for spoken in getattr(parse_languages(name), "value", ())] != [code]
    }
    assert not set(lost) & set(LANGUAGES)
    assert len(lost) <= 12


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("di namiddag", "di2"),
        ("weekend", "za1 za2 za3 zo1 zo2 zo3"),
        ("ma/wo avond", "ma3 wo3"),
        ("mardi après-midi", "di2"),
        ("ma, wo, vr avond", "ma3 wo3 vr3"),
        ("ma vm, di nm", "ma1 di2"),
        ("ma t/m wo voormiddag", "ma1 di1 wo1"),
        ("lun-mer sauf mardi", "ma1 ma2 ma3 wo1 wo2 wo3"),
        ("matin: lundi, mardi; soir: jeudi", "ma1 di1 do3"),
        ("woensdag 14u-17u", "wo2"),
        ("vr vanaf 18u", "vr3"),
    ],
)
def test_times_of_the_week(typed: str, expected: str) -> None:
    mask = value(parse_availability(typed))
    assert (
        " ".join(f"{DAYS[bit // 3]}{bit % 3 + 1}" for bit in range(21) if mask >> bit & 1)
        == expected
    )


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("1u30", 90), ("1:30", 90), ("90 min", 90), ("1,5", 90), ("2", 120), ("90", 90), ("anderhalf uur", 90),
     ("une heure et demie", 90), (timedelta(minutes=45), 45), (time(1, 30), 90), ("0", "duration.unreadable"),
     ("25u", "duration.unreadable")],
)  # fmt: skip
def test_durations(typed: Any, expected: Any) -> None:
    assert value(parse_duration(typed)) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("9000 Gent", ("9000", "Gent")), ("1234ab UTRECHT", ("1234 AB", "Utrecht")), ("B-9000", ("9000", "")),
     ("Gent 9000", ("9000", "Gent"))],
)  # fmt: skip
def test_postcodes(typed: str, expected: tuple[str, str]) -> None:
    read = parse_postcode(typed, "BE")
    assert isinstance(read, Reading)
    assert (read.value.postcode, read.value.town) == expected


def test_small_words() -> None:
    assert [value(parse_boolean(word)) for word in ("ja", "Oui", "x", "nee", "0")] == [
        True,
        True,
        True,
        False,
        False,
    ]
    assert [value(parse_gender(word)) for word in ("V", "Mme", "m", "X")] == [
        "woman",
        "woman",
        "man",
        "other",
    ]
    assert value(parse_email(" Jan <JAN@Voorbeeld.example>")) == "jan@voorbeeld.example"
    assert value(parse_email("jan@gmail,com")) == "email.unreadable"
    assert split_list("koken, wandelen / lezen en tuinieren, Koken") == [
        "koken",
        "wandelen",
        "lezen",
        "tuinieren",
    ]
    assert split_list("lezen en schrijven; koken") == ["lezen en schrijven", "koken"]


TEXT = st.one_of(st.text(max_size=40), st.from_regex(r"[0-9 /.,:uh+()\-]{0,16}", fullmatch=True))


@settings(max_examples=300, deadline=None)
@example("²")
@example("9" * 5_000)
@given(TEXT)
def test_nothing_that_is_typed_makes_a_reader_fall_over(text: str) -> None:
    for read in (
        *(parse_date(text, meaning, TODAY) for meaning in Meaning),
        parse_phone(text, "BE"),
        parse_phone(text, "NL"),
        parse_name(text),
        parse_languages(text),
        parse_availability(text),
        parse_duration(text),
        parse_postcode(text, "NL"),
        parse_boolean(text),
        parse_gender(text),
        parse_email(text),
    ):
        assert isinstance(read, Reading) or read.message


@given(
    st.dates(date(1920, 1, 1), TODAY),
    st.sampled_from(["%d/%m/%Y", "%Y-%m-%d", "%d.%m.%Y", "%Y%m%d", "%d-%m-%y"]),
)
def test_a_date_written_is_the_date_read(day: date, form: str) -> None:
    if "%y" in form and not 10 <= (TODAY - day).days / 366 <= 99:
        return
    assert value(parse_date(day.strftime(form), Meaning.BIRTH, TODAY)) == day


@given(st.integers(1, 2**21 - 1), st.sampled_from(["nl", "fr", "en"]))
def test_a_week_written_is_the_week_read(mask: int, language: str) -> None:
    with override(language):
        assert value(parse_availability(words_for_week(mask))) == mask


@given(st.text(max_size=20))
def test_a_cell_made_harmless_is_given_back_as_it_was(text: str) -> None:
    assert plain(neutral(text)) == text
    assert not neutral(text).startswith(("=", "+", "-", "@", "\t", "\r"))


# --- who might be the same -------------------------------------------------------------------------


def entry(key: Any, given: str, family: str, **signs: Any) -> Entry:
    return Entry(key, given, family, **signs)


JAN = entry(
    "jan", "Jan", "Peeters", birth_on=date(1958, 7, 3), email="jan@x.example", phone="+32475123456"
)


@pytest.mark.parametrize(
    ("other", "verdict"),
    [
        (entry(1, "Jan", "Peeters", email="jan@x.example"), Verdict.SAME),
        (entry(1, "Griet", "Maes", email="jan@x.example"), Verdict.ASK),
        (entry(1, "Peeters", "Jan", phone="+32475123456"), Verdict.SAME),
        (entry(1, "JAN", "peeters", birth_on=date(1958, 7, 3)), Verdict.SAME),
        (entry(1, "Jan", "Peetesr", birth_on=date(1958, 7, 3)), Verdict.ASK),
        (entry(1, "Jan", "Peeters"), Verdict.ASK),
        (entry(1, "Jan", "Peters"), Verdict.MENTION),
        (entry(1, "Jan", "Peeters", birth_on=date(1990, 1, 1)), None),
        (entry(1, "Griet", "Maes", phone="+32475123456"), None),
        (entry(1, "Piet", "Claes"), None),
    ],
)
def test_how_alike_two_people_are(other: Entry, verdict: Verdict | None) -> None:
    found = Register([JAN]).likenesses(other)
    assert [each.verdict for each in found] == ([verdict] if verdict else [])


def test_two_own_numbers_are_two_people_whatever_else_they_share() -> None:
    register = Register([entry("a", "Jan", "Maes", email="j@x.example", external_id="1")])
    assert (
        register.likenesses(entry("b", "Jan", "Maes", email="j@x.example", external_id="2")) == []
    )


def test_ten_thousand_against_ten_thousand_is_a_matter_of_seconds() -> None:
    names = [(f"Naam{number % 97}x", f"Familie{number}") for number in range(10_000)]
    register = Register(entry(number, *name) for number, name in enumerate(names))
    found = [
        register.likenesses(entry(("new", number), *name))
        for number, name in enumerate(names[:2_000])
    ]
    assert all(found)


def test_doubles_within_one_list_point_at_the_earlier_row() -> None:
    (found,) = within([JAN, entry("again", "Jan", "Peeters", email="jan@x.example")])
    assert (found.new, found.known) == ("again", "jan")
