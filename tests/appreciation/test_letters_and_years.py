"""A letter that both agree with, and what a year brings in one's own words."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils.timezone import localdate
from time_machine import TimeMachineFixture

from naast.appreciation import attention
from naast.appreciation.drafting import Part, Record, draft
from naast.appreciation.errors import TooMany, WordsMissing
from naast.appreciation.models import Letter, LetterState, YearLook
from naast.appreciation.pdf import letter_pdf
from naast.appreciation.services import letters, nightly, years
from naast.core import clock
from naast.core.errors import NotAllowed, StateConflict
from naast.messaging.models import Message
from naast.people.models import Person, VolunteerProfile
from tests.conftest import Cast
from tests.factories import VolunteerFactory
from tests.pdf_checks import problems_of, words_of
from tests.thanking import LetterFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def bea(cast: Cast) -> Person:
    person = Person.objects.get(pk=cast.person_id("bea"))
    if not hasattr(person, "volunteer"):
        VolunteerFactory(organisation=cast.here, person=person)
    return Person.objects.get(pk=person.pk)


@pytest.mark.covers("S1-176")
@pytest.mark.covers("S1-75")
def test_a_letter_leaves_once_both_agree(cast: Cast, bea: Person) -> None:
    mine = cast.url("mine/thanks/letters/")
    cast.client("bea").post(mine, {"kind": "reference", "aim": "EEN OPLEIDING", "language": "nl"})
    letter = Letter.objects.get()
    write = cast.url(f"alongside/thanks/letters/{letter.pk}/")
    shown = cast.client("amal").get(write).content.decode()
    assert "EEN OPLEIDING" in shown
    assert bea.name in cast.client("amal").get(write).context["form"].initial["text"]
    file = f"{mine}{letter.pk}/letter.pdf"
    assert cast.client("bea").get(file).status_code == 404

    cast.client("amal").post(write, {"text": "ZIJ LUISTERT GOED"})
    cast.client("bea").post(f"{mine}{letter.pk}/ask_change/", {"wish": "OOK DAT IK KOOK"})
    assert Letter.objects.get().state == LetterState.ASKED
    cast.client("amal").post(write, {"text": "ZIJ LUISTERT GOED EN KOOKT"})
    cast.client("bea").post(f"{mine}{letter.pk}/agree/")

    answer = cast.client("bea").get(file)
    assert "ZIJ LUISTERT GOED EN KOOKT" in words_of(answer.content)
    assert problems_of(answer.content) == []
    with pytest.raises(StateConflict):
        letters.write(actor=cast.actor("amal"), letter_id=letter.pk, text="IETS ANDERS")


def test_the_same_letter_has_the_same_bytes(cast: Cast, bea: Person) -> None:
    letter = LetterFactory(
        organisation=cast.here,
        person=bea,
        state=LetterState.AGREED,
        agreed_on=date(2026, 5, 4),
        text="#let x = [niet dit]\n\nGewoon tekst *met* tekens.",
    )

    made = letter_pdf(letter, organisation="De Brug")

    assert made == letter_pdf(letter, organisation="De Brug")
    assert "#let x" in words_of(made)


def test_the_same_letter_is_asked_once_and_nobody_writes_their_own(cast: Cast, bea: Person) -> None:
    asked = letters.ask(actor=cast.actor("bea"), kind="reference", aim="", language="nl")
    with pytest.raises(TooMany):
        letters.ask(actor=cast.actor("bea"), kind="reference", aim="", language="nl")
    with pytest.raises(NotAllowed):
        letters.ask(actor=cast.actor("piet"), kind="reference", aim="", language="nl")
    with pytest.raises(NotAllowed):
        letters.write(actor=cast.actor("bea"), letter_id=asked.pk, text="IK BEN GOED")
    with pytest.raises(WordsMissing):
        letters.write(actor=cast.actor("amal"), letter_id=asked.pk, text=" ")
    with pytest.raises(Letter.DoesNotExist):
        letters.write(actor=cast.actor("chris"), letter_id=asked.pk, text="X")
    letters.write(actor=cast.actor("amal"), letter_id=asked.pk, text="GOED")
    with pytest.raises(NotAllowed):
        letters.answer(actor=cast.actor("amal"), letter_id=asked.pk, step="agree")
    with pytest.raises(WordsMissing):
        letters.answer(actor=cast.actor("bea"), letter_id=asked.pk, step="ask_change")


def test_a_draft_says_what_is_recorded_and_leaves_out_what_is_not() -> None:
    part = Part("SAMEN", date(2024, 3, 1), None, ("WANDELEN", "LEZEN"))
    full = draft(
        Record("Bea B", date(2024, 3, 1), (part,), ("EHBO",)), organisation="HUIS", language="nl"
    )
    bare = draft(Record("Bea B", None, (), ()), organisation="HUIS", language="fr")

    for word in ("Bea B", "HUIS", "SAMEN", "WANDELEN", "EHBO", "2024"):
        assert word in full
    assert "Bea B" in bare
    assert "EHBO" not in bare


@pytest.mark.covers("S1-12")
@pytest.mark.covers("S4-18")
@pytest.mark.covers("S3-11")
def test_what_it_brings_is_asked_yearly_kept_for_oneself_and_shown_back(
    cast: Cast, bea: Person
) -> None:
    today = clock.today()
    VolunteerProfile.objects.filter(person=bea).update(
        since_on=today.replace(year=today.year - 2), status=VolunteerProfile.Status.ACTIVE
    )
    nightly.run(clock.now())
    nightly.run(clock.now() + timedelta(minutes=5))
    assert Message.objects.filter(user=cast.bea.user, kind="appreciation.year").count() == 1

    page = cast.url("mine/thanks/year/")
    said = {"brings": ["meeting", "learning"], "words": "IK LEER NEDERLANDS"}
    assert cast.client("bea").post(page, said).status_code == 303
    YearLook.objects.update(year=today.year - 1)

    assert "IK LEER NEDERLANDS" in cast.client("bea").get(page).content.decode()
    overview = cast.url("alongside/thanks/")
    assert "IK LEER NEDERLANDS" not in cast.client("amal").get(overview).content.decode()
    years.look_back(actor=cast.actor("bea"), brings=["useful"], words="GEDEELD", is_shared=True)
    assert "GEDEELD" in cast.client("amal").get(overview).content.decode()


@pytest.mark.covers("S1-176")
def test_who_has_no_page_here_hears_the_letter_and_a_coordinator_writes_it_down(
    cast: Cast,
) -> None:
    person = VolunteerFactory(organisation=cast.here, person__user=None).person
    amal = cast.client("amal")
    ask = cast.url(f"alongside/thanks/letters/for/{person.pk}/")
    assert amal.post(ask, {"kind": "reference", "aim": "", "language": "nl"}).status_code == 303
    assert amal.post(ask, {"kind": "reference", "aim": "", "language": "nl"}).status_code == 422
    letter = Letter.objects.get()
    write = cast.url(f"alongside/thanks/letters/{letter.pk}/")

    # Back on the letter, which is read together; the desk asks until that was done.
    assert amal.post(write, {"text": "ZIJ LUISTERT"}).url == write  # type: ignore[attr-defined]  # a redirect
    assert amal.get(write).context["can_hear"]
    now = clock.now()
    assert attention.signs(cast.actor("amal"), now=now)["appreciation.heard"].exists()
    kinds = [item.kind for item in attention.items(cast.actor("amal"), now=now)]
    assert kinds == ["appreciation.heard"]
    assert amal.post(f"{write}ask_change/").status_code == 404
    assert cast.client("chris").post(f"{write}agree/").status_code == 404
    amal.post(f"{write}agree/")

    assert Letter.objects.get().state == LetterState.AGREED
    assert attention.items(cast.actor("amal"), now=now) == []
    file = cast.url(f"mine/thanks/letters/{letter.pk}/letter.pdf")
    assert "ZIJ LUISTERT" in words_of(amal.get(file).content)


def test_nobody_agrees_for_who_has_a_page(cast: Cast, bea: Person) -> None:
    letter = LetterFactory(organisation=cast.here, person=bea, state=LetterState.WRITTEN, text="X")
    with pytest.raises(NotAllowed):
        letters.hear(actor=cast.actor("amal"), letter_id=letter.pk, step="agree")
    with pytest.raises(NotAllowed):
        letters.hear(actor=cast.actor("bea"), letter_id=letter.pk, step="agree")
    assert (
        not cast.client("amal")
        .get(cast.url(f"alongside/thanks/letters/{letter.pk}/"))
        .context["can_hear"]
    )


def test_a_night_that_was_missed_asks_later_and_the_turn_of_the_year_not_twice(
    cast: Cast, bea: Person, time_machine: TimeMachineFixture
) -> None:
    VolunteerProfile.objects.filter(person=bea).update(
        since_on=date(2023, 12, 30), status=VolunteerProfile.Status.ACTIVE
    )
    for night in (
        datetime(2026, 12, 29, 3, tzinfo=UTC),
        datetime(2027, 1, 1, 3, tzinfo=UTC),
        datetime(2027, 1, 2, 3, tzinfo=UTC),
        datetime(2027, 1, 9, 3, tzinfo=UTC),
    ):
        time_machine.move_to(night, tick=False)
        nightly.run(night)
    asked = Message.objects.filter(user=cast.bea.user, kind="appreciation.year")
    assert [localdate(message.created_at) for message in asked] == [date(2027, 1, 1)]
