"""The texts of an invented house: ours in three languages, one of a programme’s own, one draft, one correction."""

from typing import Any
from uuid import UUID

from naast.agreements.contents import Clause
from naast.agreements.models import AboutUs, DocumentKind, LegalForm
from naast.agreements.services import drafts, texts
from naast.agreements.services.texts import NewText
from naast.desk.demo.season import Season
from naast.people.models import Person

LANGUAGES = ("nl", "fr", "en")
ABOUT = {
    "nl": "Wij brengen mensen in de buurt bij elkaar, zodat niemand er alleen voor staat.",
    "fr": "Nous rapprochons les gens du quartier, pour que personne ne reste seul.",
    "en": "We bring people in the neighbourhood together, so that nobody is on their own.",
}
COSTS = {
    "nl": "Tram, bus en fiets betalen we terug, elke maand, op je rekening. Bewaar je ticket.",
    "fr": "Nous remboursons le tram, le bus et le vélo, chaque mois, sur votre compte. Gardez le ticket.",
    "en": "We pay back tram, bus and bicycle, every month, to your account. Keep your ticket.",
}


def fill(season: Season, volunteers: list[Person]) -> None:
    """The texts first: everything else is made from them."""
    _papers(season)


def _papers(season: Season) -> None:
    """Every kind of text for the house; the first programme has an agreement of its own, written together."""
    actor = season.actor
    texts.say_about_us(
        actor=actor,
        says=AboutUs(legal_form=LegalForm.NON_PROFIT, aim=ABOUT, costs=COSTS),
        languages=LANGUAGES,
    )
    made = {
        kind: texts.use_default(actor=actor, new=NewText(kind, LANGUAGES), is_published=True)
        for kind in DocumentKind
        if kind != DocumentKind.OTHER
    }
    _corrected(season, made[DocumentKind.CHARTER].pk)
    drafts.start_draft(actor=actor, document_id=made[DocumentKind.HOUSE_RULES].pk)
    own = NewText("agreement", ("nl",), season.programmes[0].pk, style="co_written")
    document = texts.use_default(actor=actor, new=own, is_published=False)
    drafts.add_ready_clause(actor=actor, document_id=document.pk, code="equal_worth")
    texts.publish(actor=actor, document_id=document.pk, asks_again=True, change_note="")
    rules = NewText("other", ("nl",), name="Samen naar zee: wat we afspreken")
    texts.use_default(actor=actor, new=rules, is_published=False)


def _corrected(season: Season, document_id: UUID) -> None:
    where: dict[str, Any] = {"actor": season.actor, "document_id": document_id}
    drafts.start_draft(**where)
    words = Clause("surplus", "Vrijwilligers zijn iets extra’s", "Ze brengen tijd en nabijheid.")
    drafts.change_clause(**where, language="nl", clause=words)
    texts.publish(**where, asks_again=False, change_note="Het derde artikel is korter.")
