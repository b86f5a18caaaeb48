"""The conversation guide, on the screen and on paper, and the sheet to prepare."""

from html import unescape

import pytest
from django.test import Client
from django.utils import translation

from naast.audit.models import Event
from naast.core import drafts
from naast.programmes.models import EntryCondition
from naast.recruitment import guide
from naast.recruitment.models import Application, Note, Talk
from naast.vacancies.expectations import MEANING
from tests.conftest import Cast
from tests.factories import ProgrammeFactory
from tests.recruiting import ApplicationFactory, TalkFactory
from tests.recruitment.talking import days_on, mine


@pytest.fixture
def candidate(cast: Cast) -> Application:
    """Somebody who told why they come."""
    return ApplicationFactory(
        organisation=cast.here,
        programme=ProgrammeFactory(
            organisation=cast.here, growth_steps=["Meelopen", "Samen", "Zelfstandig"]
        ),
        why_here="Mijn oma woonde hier.",
    )


@pytest.fixture
def talk(cast: Cast, candidate: Application) -> Talk:
    """Nele leads the first talk."""
    planned: Talk = TalkFactory(
        application=candidate, host=cast.nele, status=Talk.Status.PLANNED, starts_at=days_on(1)
    )
    return planned


def where(cast: Cast, candidate: Application, talk: Talk | None = None) -> str:
    part = f"talks/{talk.pk}/guide/" if talk else "guide/"
    return cast.url(f"candidates/{candidate.pk}/{part}")


def shown(cast: Cast, address: str, *, name: str = "nele") -> tuple[str, list[str]]:
    """The page, and the codes of its prompts in order."""
    response = cast.client(name).get(address)
    chapters = response.context["form"].chapters
    codes = [prompt.code for _chapter, lines in chapters for prompt, _note, _for in lines]
    return response.content.decode(), codes


@pytest.mark.covers("S1-204")
def test_why_with_us_is_asked_first_beside_what_they_wrote_themselves(
    cast: Cast, candidate: Application, talk: Talk
) -> None:
    text, codes = shown(cast, where(cast, candidate, talk))
    assert codes[0] == "why_here"
    assert "Mijn oma woonde hier." in text


@pytest.mark.covers("S1-204")
def test_why_with_us_as_it_was_told_in_the_first_talk_stays_for_later_talks(
    cast: Cast, candidate: Application, talk: Talk
) -> None:
    told = {"note_why_here": "Wil iets teruggeven.", "for_why_here": "team"}
    cast.client("nele").post(where(cast, candidate, talk), told)
    candidate.refresh_from_db()
    assert candidate.why_here == "Mijn oma woonde hier."
    second = cast.client("nele").get(where(cast, candidate))
    assert [note.text for note in second.context["told_why"]] == ["Wil iets teruggeven."]
    assert "Wil iets teruggeven." in second.content.decode()


@pytest.mark.covers("S1-204")
@pytest.mark.parametrize(
    ("audience", "kept"), [("team", "Om te leren."), ("candidate", "Om te leren."), ("author", "")]
)
def test_why_with_us_is_filled_in_from_the_talk_where_more_than_the_writer_may_read_it(
    cast: Cast, candidate: Application, talk: Talk, audience: str, kept: str
) -> None:
    Application.objects.filter(pk=candidate.pk).update(why_here="")
    nele, address = cast.client("nele"), where(cast, candidate, talk)
    nele.post(address, {"note_why_here": "Om te leren.", "for_why_here": audience})
    candidate.refresh_from_db()
    assert candidate.why_here == kept
    # Kept to the writer alone after all: then it stands nowhere else.
    nele.post(address, {"note_why_here": "Om te leren.", "for_why_here": "author"})
    candidate.refresh_from_db()
    assert candidate.why_here == ""


@pytest.mark.covers("S1-204")
def test_the_card_tells_why_with_us_as_it_was_told_in_a_talk(
    cast: Cast, candidate: Application
) -> None:
    Application.objects.filter(pk=candidate.pk).update(person_id=cast.person_id("bea"))
    cast.client("amal").post(
        where(cast, candidate), {"note_why_here": "Wil iets teruggeven.", "for_why_here": "author"}
    )
    card = cast.actor("amal").url("people:volunteer", person_id=cast.person_id("bea"))
    page = cast.client("amal").get(card).content.decode()
    assert "Mijn oma woonde hier." in page
    assert "Wil iets teruggeven." in page
    # For its writer and the coordinator alone: not on the card as a volunteer reads it.
    assert "Wil iets teruggeven." not in cast.client("bea").get(card).content.decode()


@pytest.mark.covers("S1-261")
def test_the_four_coaching_prompts_are_in_the_guide(
    cast: Cast, candidate: Application, talk: Talk
) -> None:
    _text, codes = shown(cast, where(cast, candidate, talk))
    assert [code for code in codes if code in {"goal", "how", "helps", "in_the_way"}] == [
        "goal",
        "how",
        "helps",
        "in_the_way",
    ]


@pytest.mark.covers("S1-135")
def test_the_guide_asks_which_hat_a_professional_wears_here(
    cast: Cast, candidate: Application, talk: Talk
) -> None:
    cast.client("nele").post(
        where(cast, candidate, talk), {"note_hat": "Was verpleegkundige.", "for_hat": "team"}
    )
    text, codes = shown(cast, where(cast, candidate, talk))
    assert "hat" in codes
    assert "Was verpleegkundige." in text


@pytest.mark.covers("S0-11")
def test_an_own_interest_is_written_among_the_facts_and_never_as_a_note(
    cast: Cast, candidate: Application, talk: Talk
) -> None:
    cast.client("nele").post(
        where(cast, candidate, talk), {"note_own_interest": "Haar zus woont hier"}
    )
    assert not Note.objects.exists()
    address = cast.url(f"candidates/{candidate.pk}/facts/declared/?guide={talk.pk}")
    assert address in shown(cast, where(cast, candidate, talk), name="amal")[0]
    assert address not in shown(cast, where(cast, candidate, talk))[0]

    amal = cast.client("amal")
    assert amal.get(address).context["back"].url == where(cast, candidate, talk)
    kept = amal.post(address, {"own_interest": "Haar zus woont hier"})
    assert kept["Location"] == where(cast, candidate, talk)
    without = amal.get(cast.url(f"candidates/{candidate.pk}/facts/declared/?guide="))
    assert without.context["back"].url == where(cast, candidate)


@pytest.mark.covers("S1-240")
def test_the_guide_tells_the_steps_in_which_somebody_grows(
    cast: Cast, candidate: Application
) -> None:
    response = cast.client("amal").get(where(cast, candidate))
    assert response.context["growth"] == ["Meelopen", "Samen", "Zelfstandig"]
    assert "Zelfstandig" in response.content.decode()


def test_without_steps_of_its_own_a_programme_tells_the_usual_ones(cast: Cast) -> None:
    candidate = ApplicationFactory(
        organisation=cast.here, programme=ProgrammeFactory(organisation=cast.here)
    )
    assert len(cast.client("amal").get(where(cast, candidate)).context["growth"]) == 3


@pytest.mark.covers("S1-188")
def test_the_guide_says_whether_meetings_are_part_of_this_programme(
    cast: Cast, candidate: Application
) -> None:
    amal = cast.client("amal")
    assert amal.get(where(cast, candidate)).context["meetings"] == []
    line = EntryCondition.objects.create(
        organisation=cast.here,
        programme=candidate.programme,
        kind=EntryCondition.Kind.INTERVISION,
        name="Terugkomavond, elke maand",
        who_arranges="Lies van de werking",
    )
    shown = amal.get(where(cast, candidate))
    assert shown.context["meetings"] == [line]
    assert "Terugkomavond, elke maand · Lies van de werking" in shown.content.decode()


@pytest.mark.covers("S1-238", "S1-59")
def test_the_guide_opens_and_closes_warmly_and_says_what_volunteering_means(
    cast: Cast, candidate: Application, talk: Talk
) -> None:
    page = unescape(shown(cast, where(cast, candidate, talk))[0])
    with translation.override("nl"):
        lines = [str(line) for line in (*guide.OPENING, *MEANING, *guide.CLOSING)]
    found = [page.find(line) for line in lines]
    assert -1 not in found
    assert found == sorted(found)


@pytest.mark.covers("S1-194")
def test_of_an_own_loss_only_what_was_agreed_can_be_kept(
    cast: Cast, candidate: Application, talk: Talk
) -> None:
    nele, address = cast.client("nele"), where(cast, candidate, talk)
    told = nele.post(address, {"note_own_loss": "Haar man stierf hier in mei."})
    agreed = nele.post(address, {"note_own_loss": "elsewhere"})
    assert (told.status_code, agreed.status_code) == (422, 303)
    assert [note.text for note in Note.objects.all()] == ["elsewhere"]
    page = cast.client("amal").get(cast.url(f"candidates/{candidate.pk}/"))
    assert str(guide.AGREED_AFTER_LOSS["elsewhere"]) in page.context["notes"].lines[0].text


def test_notes_beside_prompts_are_kept_once_changed_and_taken_away(
    cast: Cast, candidate: Application, talk: Talk
) -> None:
    nele, address = cast.client("nele"), where(cast, candidate, talk)
    nele.post(address, {"note_goal": "Buiten komen", "for_goal": "candidate"})
    nele.post(address, {"note_goal": "Onder de mensen", "for_goal": "team"})

    note = Note.objects.get()
    assert (note.text, note.audience, note.prompt, note.talk_id) == (
        "Onder de mensen",
        "team",
        "goal",
        talk.pk,
    )
    nele.post(address, {"note_goal": "", "for_goal": "team"})
    assert not Note.objects.exists()


def test_nothing_is_compulsory_and_the_draft_goes_once_it_is_kept(
    cast: Cast, candidate: Application, talk: Talk
) -> None:
    key = f"guide:{talk.application_id}:{talk.pk}"
    drafts.keep(cast.nele.user_id, key, {"note_goal": "Half"})
    nele, address = cast.client("nele"), where(cast, candidate, talk)
    assert nele.get(address).context["saved"] == {"note_goal": "Half"}
    assert nele.post(address, {}).status_code == 303
    assert drafts.kept(cast.nele.user_id, key) == {}
    assert not Note.objects.exists()


def test_each_writer_has_their_own_notes_beside_the_guide(
    cast: Cast, candidate: Application, talk: Talk
) -> None:
    for name in ("nele", "amal"):
        cast.client(name).post(where(cast, candidate, talk), {"note_how": f"Van {name}"})
    assert {note.text for note in Note.objects.all()} == {"Van nele", "Van amal"}
    form = cast.client("amal").get(where(cast, candidate, talk)).context["form"]
    assert form["note_how"].value() == "Van amal"


def test_opening_the_guide_leaves_a_line(cast: Cast, candidate: Application, talk: Talk) -> None:
    cast.client("nele").get(where(cast, candidate, talk))
    looked = Event.objects.filter(is_view=True, target_id=candidate.pk)
    assert [event.user_id for event in looked] == [cast.nele.user_id]


def test_the_talk_can_be_marked_held_from_its_guide(
    cast: Cast, candidate: Application, talk: Talk
) -> None:
    nele = cast.client("nele")
    assert nele.get(where(cast, candidate, talk)).context["can_round_off"] is True
    nele.post(cast.url(f"candidates/{candidate.pk}/talks/{talk.pk}/held/"))
    assert nele.get(where(cast, candidate, talk)).context["can_round_off"] is False


@pytest.mark.covers("S1-255", "S1-20", "S1-59")
def test_the_candidate_finds_a_sheet_to_prepare_behind_their_own_link(
    cast: Cast, candidate: Application
) -> None:
    response = Client().get(mine(candidate, "prepare"))
    page = unescape(response.content.decode())
    with translation.override("nl"):
        assert all(str(line) in page for line in MEANING)
    assert response.context["you_may_ask"] == guide.YOU_MAY_ASK
    assert response.context["you_may_bring"] == guide.YOU_MAY_BRING
    assert str(guide.GOOD_TO_KNOW[0]) in response.content.decode()
    assert Client().get(mine(candidate, "prepare").replace("mine/", "mine/x")).status_code == 404
