"""Notes about a candidate, each with its audience, and what the candidate adds."""

import pytest

from naast.audit.models import Event
from naast.core.errors import NotAllowed
from naast.organisations.models import Function
from naast.recruitment.models import Application, Audience, Note
from naast.recruitment.policies import notes as policies
from naast.recruitment.queries import notes as queries
from naast.recruitment.services import notes as services
from naast.recruitment.services.notes import Written
from tests.conftest import Cast
from tests.factories import ProgrammeFactory, actor_of, member
from tests.recruiting import ApplicationFactory, NoteFactory, TalkFactory
from tests.recruitment.talking import visitor


@pytest.fixture
def candidate(cast: Cast) -> Application:
    """Nele leads a talk with this candidate."""
    found: Application = ApplicationFactory(
        organisation=cast.here, programme=ProgrammeFactory(organisation=cast.here)
    )
    TalkFactory(application=found, host=cast.nele)
    return found


@pytest.fixture
def noted(cast: Cast, candidate: Application) -> dict[str, Note]:
    """One note of Amal for each audience."""
    return {
        audience.value: NoteFactory(application=candidate, author=cast.amal, audience=audience)
        for audience in Audience
    }


def readers(cast: Cast, note: Note) -> set[str]:
    """Who reads this note: by the list, which has to agree with the rule for one note."""
    found = set()
    for name in ("amal", "nele", "bea", "piet", "chris"):
        actor = cast.actor(name)
        in_list = policies.visible_to(actor).filter(pk=note.pk).exists()
        assert in_list == bool(policies.can_read(actor, note)), name
        if in_list:
            found.add(name)
    return found


def test_each_audience_reads_what_is_meant_for_it(
    cast: Cast, candidate: Application, noted: dict[str, Note]
) -> None:
    assert readers(cast, noted["author"]) == {"amal"}
    assert readers(cast, noted["team"]) == {"amal", "nele"}
    assert readers(cast, noted["candidate"]) == {"amal", "nele"}
    own = queries.own_notes(candidate)
    assert [line.note for line in own] == [noted["candidate"]]


def test_an_author_always_reads_their_own_note_and_the_coordinator_too(
    cast: Cast, candidate: Application
) -> None:
    note = NoteFactory(application=candidate, author=cast.nele, audience=Audience.AUTHOR)
    assert readers(cast, note) == {"amal", "nele"}
    other = actor_of(member(cast.here, Function.PROFESSIONAL, name="Oda Ander"))
    TalkFactory(application=candidate, host_id=other.membership_id)
    assert not policies.can_read(other, note)
    assert not policies.visible_to(other).exists()


def test_the_panel_shows_the_newest_first_and_says_what_one_may_change(
    cast: Cast, candidate: Application, noted: dict[str, Note]
) -> None:
    mine = NoteFactory(application=candidate, author=cast.nele)
    panel = queries.notes_panel(cast.actor("nele"), candidate)
    assert [line.note for line in panel.lines] == [mine, noted["candidate"], noted["team"]]
    assert [line.can_change for line in panel.lines] == [True, False, False]
    assert panel.can_write


def test_a_note_is_written_changed_and_taken_away_by_its_author(
    cast: Cast, candidate: Application
) -> None:
    nele, where = cast.client("nele"), cast.url(f"candidates/{candidate.pk}/notes/")
    written = nele.post(f"{where}new/", {"text": "Kookt graag", "audience": "team"})
    note = Note.objects.get()
    change = f"{where}{note.pk}/"

    assert written.status_code == 303
    assert nele.get(change).context["form"]["text"].value() == "Kookt graag"
    assert (
        nele.post(change, {"text": "Kookt heel graag", "audience": "candidate"}).status_code == 303
    )
    note.refresh_from_db()
    assert (note.text, note.audience) == ("Kookt heel graag", "candidate")
    assert cast.client("amal").get(change).status_code == 404
    nele.post(change, {"text": "", "audience": "team"})
    assert not Note.objects.exists()
    kinds = set(Event.objects.filter(target_id=candidate.pk).values_list("kind", flat=True))
    assert {"note.written", "note.changed", "note.taken-away"} <= kinds


def test_an_empty_note_is_asked_again(cast: Cast, candidate: Application) -> None:
    where = cast.url(f"candidates/{candidate.pk}/notes/new/")
    assert cast.client("nele").post(where, {"text": " ", "audience": "team"}).status_code == 422


def test_history_holds_no_word_of_a_note(cast: Cast, candidate: Application) -> None:
    services.write_note(
        actor=cast.actor("nele"), application_id=candidate.pk, written=Written("Geheim", "team")
    )
    assert "Geheim" not in str(Event.objects.get(kind="note.written").changes)


def test_who_does_not_talk_with_a_candidate_writes_nothing(
    cast: Cast, candidate: Application
) -> None:
    for name in ("bea", "piet", "chris"):
        with pytest.raises(Application.DoesNotExist):
            services.write_note(
                actor=cast.actor(name), application_id=candidate.pk, written=Written("Hallo")
            )


def test_only_who_wrote_a_note_changes_it(
    cast: Cast, candidate: Application, noted: dict[str, Note]
) -> None:
    with pytest.raises(NotAllowed):
        services.change_note(
            actor=cast.actor("nele"), note_id=noted["team"].pk, written=Written("Anders")
        )
    with pytest.raises(Note.DoesNotExist):
        services.change_note(
            actor=cast.actor("nele"), note_id=noted["author"].pk, written=Written("Anders")
        )


def test_who_no_longer_talks_with_the_candidate_changes_nothing(
    cast: Cast, candidate: Application
) -> None:
    note = NoteFactory(application=candidate, author=cast.nele)
    candidate.talks.all().delete()
    with pytest.raises(NotAllowed):
        services.change_note(actor=cast.actor("nele"), note_id=note.pk, written=Written("Anders"))


def test_a_note_of_another_organisation_is_not_read(cast: Cast) -> None:
    note = NoteFactory(application=ApplicationFactory(organisation=cast.elsewhere))
    assert readers(cast, note) == {"chris"}


# --- what the candidate adds --------------------------------------------------------------------------


def test_the_candidate_adds_what_whoever_talks_with_them_reads(
    cast: Cast, candidate: Application
) -> None:
    note = services.add_own_note(
        actor=visitor(cast.here), application_id=candidate.pk, text=" Ik kan niet op dinsdag. "
    )
    assert (note.text, note.is_by_candidate, note.author_id) == (
        "Ik kan niet op dinsdag.",
        True,
        None,
    )
    assert readers(cast, note) == {"amal", "nele"}
    assert [line.note for line in queries.own_notes(candidate)] == [note]


def test_nobody_else_writes_as_the_candidate(cast: Cast, candidate: Application) -> None:
    with pytest.raises(NotAllowed):
        services.add_own_note(actor=cast.actor("amal"), application_id=candidate.pk, text="Namens")
    with pytest.raises(Application.DoesNotExist):
        services.add_own_note(
            actor=visitor(cast.elsewhere), application_id=candidate.pk, text="Hallo"
        )
    with pytest.raises(services.NothingWritten):
        services.add_own_note(actor=visitor(cast.here), application_id=candidate.pk, text=" ")
