"""Documents and their versions: our text in one step, drafts, and publishing that never changes again."""

from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from naast.agreements.contents import Clause
from naast.agreements.models import (
    AboutUs,
    Document,
    DocumentKind,
    LegalForm,
    Style,
    Version,
    VersionText,
)
from naast.agreements.queries import documents as queries
from naast.agreements.queries.articles import code_articles
from naast.agreements.services import drafts
from naast.agreements.services import texts as services
from naast.agreements.services.texts import NewText, NotReady, TextExists
from naast.agreements.wording import clauses_of
from naast.core.errors import NotAllowed, StateConflict
from naast.organisations.actors import Actor
from tests.agreeing import DocumentFactory, VersionFactory, clause
from tests.conftest import Cast
from tests.factories import ProgrammeFactory

CHARTER = NewText("charter", ("nl", "fr"))


def started(actor: Actor, new: NewText = CHARTER, *, is_published: bool = True) -> Document:
    """A document from our own text."""
    return services.use_default(actor=actor, new=new, is_published=is_published)


def codes(document: Document, language: str = "nl") -> list[str]:
    """The codes of the newest version in this language."""
    text = VersionText.objects.filter(version__document=document, language=language)
    return [each.code for each in clauses_of(text.order_by("-version__number")[0])]


def draft_words(document: Document, language: str = "nl") -> dict[str, Clause]:
    """Code → clause of the draft."""
    text = VersionText.objects.get(
        version__document=document, version__published_on__isnull=True, language=language
    )
    return {each.code: each for each in clauses_of(text)}


def test_our_own_text_is_there_in_one_step(coordinator: Actor, cast: Cast) -> None:
    document = started(coordinator)
    version = document.versions.get()
    assert (version.number, version.published_by) == (1, cast.amal)
    assert version.published_on is not None
    assert {text.language for text in version.texts.all()} == {"nl", "fr"}
    assert (document.asks, document.for_staff) == ("signature", True)


@pytest.mark.covers("S1-175")
def test_a_text_is_laid_down_or_written_together_per_programme(
    coordinator: Actor, cast: Cast
) -> None:
    programme = ProgrammeFactory(organisation=cast.here)
    own = started(coordinator, NewText("agreement", ("nl",), programme.pk, style="co_written"))
    general = started(coordinator, NewText("agreement", ("nl",)))
    assert (own.style, general.style) == (Style.CO_WRITTEN, Style.PROTOCOL)


def test_there_is_one_text_of_a_kind_in_one_place(coordinator: Actor, cast: Cast) -> None:
    programme = ProgrammeFactory(organisation=cast.here)
    started(coordinator)
    with pytest.raises(TextExists):
        started(coordinator)
    started(coordinator, NewText("charter", ("nl",), programme.pk))
    for name in ("Zwembad", "Moestuin"):
        started(coordinator, NewText("other", ("nl",), name=name), is_published=False)
    assert Document.objects.count() == 4


def test_only_a_coordinator_of_the_house_writes_texts(
    coordinator: Actor, volunteer: Actor, stranger: Actor
) -> None:
    with pytest.raises(NotAllowed):
        started(volunteer)
    document = started(coordinator)
    for nobody in (volunteer, stranger):
        assert queries.get_document(nobody, document.pk) is None
        with pytest.raises(Document.DoesNotExist):
            drafts.start_draft(actor=nobody, document_id=document.pk)


@pytest.mark.covers("S0-33")
def test_a_published_version_stands_and_a_draft_becomes_the_next_one(coordinator: Actor) -> None:
    document = started(coordinator)
    where: dict[str, Any] = {"actor": coordinator, "document_id": document.pk}
    with pytest.raises(StateConflict):
        drafts.move_clause(**where, code="beside", by=1)
    draft = drafts.start_draft(**where)
    assert drafts.start_draft(**where) == draft
    drafts.change_clause(
        **where, language="nl", clause=Clause("beside", "Naast iemand", "Altijd naast iemand.")
    )
    published = services.publish(**where, asks_again=False, change_note="Een zin")
    assert (published.number, published.asks_again, published.change_note) == (2, False, "Een zin")
    first, second = document.versions.order_by("number")
    old, new = (clauses_of(each.texts.get(language="nl"))[0].text for each in (first, second))
    assert new == "Altijd naast iemand."
    assert old != new


def test_a_clause_of_ones_own_stands_in_every_language_and_stops_until_it_is_written(
    coordinator: Actor,
) -> None:
    document = started(coordinator)
    where: dict[str, Any] = {"actor": coordinator, "document_id": document.pk}
    drafts.start_draft(**where)
    code = drafts.add_clause(**where, language="nl", clause=Clause("", "Stilte", "We zijn stil."))
    assert (code, draft_words(document, "fr")[code].text) == ("own-1", "")
    with pytest.raises(NotReady) as caught:
        services.publish(**where, asks_again=True, change_note="")
    assert [(it.language, it.code) for it in caught.value.problems] == [("fr", "own-1")]
    drafts.change_clause(**where, language="fr", clause=Clause(code, "Silence", "Silence."))
    services.publish(**where, asks_again=True, change_note="")
    assert codes(document)[-1] == "own-1"


def test_clauses_move_and_go_in_every_language(coordinator: Actor) -> None:
    document = started(coordinator, is_published=False)
    where: dict[str, Any] = {"actor": coordinator, "document_id": document.pk}
    drafts.move_clause(**where, code="surplus", by=-1)
    drafts.remove_clause(**where, code="beside")
    for language in ("nl", "fr"):
        assert list(draft_words(document, language))[:2] == ["surplus", "person_decides"]
    with pytest.raises(KeyError):
        drafts.remove_clause(**where, code="beside")


def test_a_clause_stays_in_its_part(coordinator: Actor) -> None:
    document = started(coordinator, NewText("agreement", ("nl",)), is_published=False)
    where: dict[str, Any] = {"actor": coordinator, "document_id": document.pk}
    before = list(draft_words(document))
    drafts.move_clause(**where, code="costs", by=1)
    drafts.move_clause(**where, code="limits", by=-1)
    drafts.move_clause(**where, code="end", by=1)
    assert list(draft_words(document)) == before
    drafts.move_clause(**where, code="end", by=-1)
    assert list(draft_words(document))[-2:] == ["end", "conflict"]


def test_a_clause_that_the_law_asks_is_worded_anew_and_not_left_out(coordinator: Actor) -> None:
    document = started(coordinator, NewText("information", ("nl",)), is_published=False)
    where: dict[str, Any] = {"actor": coordinator, "document_id": document.pk}
    with pytest.raises(StateConflict):
        drafts.remove_clause(**where, code="costs")
    drafts.change_clause(**where, language="nl", clause=Clause("costs", "Geld", "Geen kosten."))
    assert draft_words(document)["costs"].text == "Geen kosten."


def test_without_what_the_law_asks_nothing_is_published(coordinator: Actor, cast: Cast) -> None:
    document = DocumentFactory(organisation=cast.here, kind="information")
    VersionFactory(document=document, published_on=None, text=[clause("aim", "Ons doel.")])
    with pytest.raises(NotReady) as caught:
        services.publish(
            actor=coordinator, document_id=document.pk, asks_again=True, change_note=""
        )
    (problem,) = caught.value.problems
    assert problem.source
    assert problem.certainty


def test_what_is_only_advised_stops_nobody(coordinator: Actor, cast: Cast) -> None:
    cast.here.country = "NL"
    cast.here.save()
    document = DocumentFactory(organisation=cast.here, kind="agreement")
    VersionFactory(document=document, published_on=None)
    published = services.publish(
        actor=coordinator, document_id=document.pk, asks_again=True, change_note=""
    )
    assert published.published_on is not None


@pytest.mark.covers("S1-119")
def test_the_line_about_equal_worth_is_added_in_one_click(coordinator: Actor) -> None:
    document = started(coordinator, is_published=False)
    where: dict[str, Any] = {"actor": coordinator, "document_id": document.pk}
    drafts.add_ready_clause(**where, code="equal_worth")
    assert "gelijkwaardig, niet gelijk" in draft_words(document)["equal_worth"].text
    assert draft_words(document, "fr")["equal_worth"].text
    with pytest.raises(KeyError):
        drafts.add_ready_clause(**where, code="equal_worth")


def test_languages_come_and_go_and_the_last_one_stays(coordinator: Actor) -> None:
    document = started(coordinator, NewText("charter", ("nl",)), is_published=False)
    where: dict[str, Any] = {"actor": coordinator, "document_id": document.pk}
    drafts.add_clause(**where, language="nl", clause=Clause("", "Eigen", "Van ons."))
    drafts.add_language(**where, language="en")
    english = draft_words(document, "en")
    assert (english["beside"].heading, english["own-1"].text) == ("We stand beside somebody", "")
    with pytest.raises(StateConflict):
        drafts.add_language(**where, language="en")
    drafts.drop_language(**where, language="en")
    with pytest.raises(StateConflict):
        drafts.drop_language(**where, language="nl")


def test_a_draft_that_is_thrown_away_leaves_what_was_published(coordinator: Actor) -> None:
    kept = started(coordinator)
    drafts.start_draft(actor=coordinator, document_id=kept.pk)
    drafts.discard_draft(actor=coordinator, document_id=kept.pk)
    new = started(coordinator, NewText("secrecy", ("nl",)), is_published=False)
    drafts.discard_draft(actor=coordinator, document_id=new.pk)
    assert list(Document.objects.all()) == [kept]
    assert kept.versions.count() == 1


def test_the_database_keeps_one_draft_a_document(cast: Cast) -> None:
    draft = VersionFactory(published_on=None)
    with pytest.raises(IntegrityError), transaction.atomic():
        VersionFactory(document=draft.document, number=2, published_on=None)


def test_settings_change_and_a_text_that_is_put_away_is_closed(coordinator: Actor) -> None:
    document = started(coordinator)
    where: dict[str, Any] = {"actor": coordinator, "document_id": document.pk}
    changed = services.change_document(**where, settings={"renew_months": 24})
    assert changed.renew_months == 24
    with pytest.raises(KeyError):
        services.change_document(**where, settings={"kind": "secrecy"})
    services.retire(**where)
    with pytest.raises(NotAllowed):
        drafts.start_draft(**where)
    assert queries.in_force(coordinator.organisation_id, []) == {}


def test_the_text_of_a_programme_goes_before_that_of_the_house(cast: Cast) -> None:
    own, other = (ProgrammeFactory(organisation=cast.here) for _n in range(2))
    general = VersionFactory(document=DocumentFactory(organisation=cast.here))
    document = DocumentFactory(organisation=cast.here, programme=own)
    VersionFactory(document=document)
    newest = VersionFactory(document=document, number=2)
    VersionFactory(document=document, number=3, published_on=None)
    VersionFactory()
    found = queries.in_force(cast.here.pk, [own.pk, other.pk])
    assert found == {
        (None, DocumentKind.CHARTER): general,
        (own.pk, DocumentKind.CHARTER): newest,
        (other.pk, DocumentKind.CHARTER): general,
    }


@pytest.mark.parametrize("number", [1, 3])
def test_what_holds_costs_the_same_for_one_and_for_three_programmes(
    cast: Cast, number: int
) -> None:
    programmes = [ProgrammeFactory(organisation=cast.here) for _n in range(number)]
    for programme in programmes:
        VersionFactory(document=DocumentFactory(organisation=cast.here, programme=programme))
    with CaptureQueriesContext(
        connection,
    ) as queries_made:
        found = queries.in_force(cast.here.pk, [each.pk for each in programmes])
        for version in found.values():
            assert version.document.kind == "charter"
            assert len(version.texts.all()) == 1
    assert len(queries_made) == 2


@pytest.mark.covers("S1-207")
def test_the_articles_of_the_charter_are_at_hand_for_a_talk(coordinator: Actor, cast: Cast) -> None:
    assert code_articles(cast.here.pk, None, "nl") == []
    started(coordinator)
    programme = ProgrammeFactory(organisation=cast.here)
    articles = code_articles(cast.here.pk, programme.pk, "fr-be")
    assert articles[0].heading == "Nous nous tenons à côté de quelqu’un"
    assert code_articles(cast.here.pk, None, "en")[0].heading == "We gaan naast iemand staan"


def test_what_we_say_about_ourselves_is_kept_per_language(coordinator: Actor) -> None:
    says = AboutUs(legal_form=LegalForm.NON_PROFIT, aim={"nl": "Samen."}, costs={"nl": "Geen."})
    services.say_about_us(actor=coordinator, says=says, languages=["nl"])
    says = AboutUs(legal_form=LegalForm.PUBLIC, aim={"fr": "Ensemble."}, costs={"fr": ""})
    about = services.say_about_us(actor=coordinator, says=says, languages=["fr"])
    assert about.aim == {"nl": "Samen.", "fr": "Ensemble."}
    assert about.costs == {"nl": "Geen."}
    assert AboutUs.objects.get().legal_form == LegalForm.PUBLIC


def test_a_volunteer_says_nothing_about_the_house(volunteer: Actor) -> None:
    with pytest.raises(NotAllowed):
        services.say_about_us(actor=volunteer, says=AboutUs(), languages=[])


def test_a_version_carries_the_day_it_was_published(coordinator: Actor) -> None:
    document = started(coordinator)
    version = queries.get_version(coordinator, document.versions.get().pk)
    assert version is not None
    assert isinstance(version.published_on, date)
    assert queries.before(version) is None
    assert Version.objects.filter(published_on__isnull=True).count() == 0
