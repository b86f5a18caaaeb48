"""Writes about documents. What was published never changes: whoever wants other words starts a draft
(services.drafts), and publishing makes a new version of it (S0-33)."""

from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from naast.agreements import drafting
from naast.agreements.asking import may_ask
from naast.agreements.models import (
    AboutUs,
    Asks,
    Document,
    DocumentKind,
    Style,
    Version,
    VersionText,
)
from naast.agreements.policies import documents as policies
from naast.agreements.queries.documents import in_place
from naast.agreements.services.copies import OtherText, settle_what_is_done
from naast.agreements.services.drafts import draft_of, locked, where_used
from naast.agreements.services.preparing import prepare_where_it_holds
from naast.agreements.texts import default_text
from naast.agreements.wording import clauses_of
from naast.audit import log
from naast.core import clock
from naast.core.errors import DomainError
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation
from naast.programmes.models import Programme

# What a coordinator may set on a document; its kind and place stand.
SETTINGS = (
    "name",
    "asks",
    "style",
    "for_volunteers",
    "for_participants",
    "for_staff",
    "renew_months",
)


class TextExists(DomainError):
    """There is already a text of this kind in this place."""


class NotReady(DomainError):
    """A draft lacks something; `problems` says what."""

    def __init__(self, sentence: str, problems: Sequence[drafting.Problem]) -> None:
        super().__init__(sentence)
        self.problems = list(problems)


@dataclass(frozen=True, slots=True)
class NewText:
    """A text to start with: our own words of this kind, in some languages. «other» starts empty, under a name.
    `style`: '' is the usual one of this kind (S1-175)."""

    kind: str
    languages: tuple[str, ...]
    programme_id: UUID | None = None
    name: str = ""
    style: str = ""


@transaction.atomic
def use_default(*, actor: Actor, new: NewText, is_published: bool) -> Document:
    """Make a document from our own text in one step: published at once, or as a draft to change first.

    Raises NotAllowed, TextExists, Programme.DoesNotExist, or ValueError for a language that we don’t have.
    """
    policies.can_write_texts(actor).require()
    if new.programme_id is not None:
        Programme.objects.get(organisation_id=actor.organisation_id, pk=new.programme_id)
    house = _require_free_place(actor, new)
    document = Document.objects.create(
        organisation_id=actor.organisation_id,
        programme_id=new.programme_id,
        kind=new.kind,
        name=new.name or _name(new.kind, house.language),
        **_usual(new),
    )
    version = Version.objects.create(
        organisation_id=actor.organisation_id, document=document, number=1
    )
    VersionText.objects.bulk_create(_first_text(version, new, each) for each in new.languages)
    log.record("text.started", actor=actor, target=document, changes={"kind": new.kind})
    if is_published:
        _publish(actor, document, asks_again=True, change_note="")
    return document


def _require_free_place(actor: Actor, new: NewText) -> Organisation:
    # Two coordinators may start the same text at the same moment: this lock makes them queue.
    house = Organisation.objects.select_for_update(no_key=True).get(pk=actor.organisation_id)
    there = Document.objects.filter(
        in_place(new.programme_id),
        organisation_id=actor.organisation_id,
        kind=new.kind,
        retired_on__isnull=True,
    )
    if new.kind != DocumentKind.OTHER and there.exists():
        raise TextExists(_("There is already a text of this kind here. Change that one."))
    return house


def _name(kind: str, language: str) -> str:
    with translation.override(language):
        return str(DocumentKind(kind).label)


def _usual(new: NewText) -> dict[str, Any]:
    text = default_text(new.kind)
    if text is None:
        return {"asks": Asks.ACKNOWLEDGEMENT, "style": new.style or Style.PROTOCOL}
    return {
        "asks": text.asks,
        "style": new.style or text.style,
        "renew_months": text.renew_months,
        **text.audiences,
    }


def _first_text(version: Version, new: NewText, language: str) -> VersionText:
    text = default_text(new.kind)
    return VersionText(
        organisation_id=version.organisation_id,
        version=version,
        language=language,
        title=text.titles[language] if text else new.name,
        clauses=[asdict(it.in_language(language)) for it in text.clauses] if text else [],
    )


@transaction.atomic
def change_document(*, actor: Actor, document_id: UUID, settings: dict[str, Any]) -> Document:
    """Change what a document asks of whom; not its words. Raises NotAllowed, Document.DoesNotExist, or
    KeyError for something that can’t be set, ValueError for less than this kind of text has to ask."""
    document = locked(actor, document_id)
    unknown = set(settings) - set(SETTINGS)
    if unknown:
        raise KeyError(f"not a setting: {sorted(unknown)}")
    decree = document.organisation.is_under_welfare_decree
    if settings.get("asks", document.asks) not in may_ask(document.kind, is_under_decree=decree):
        raise ValueError(f"a text of the kind {document.kind} asks more")
    changed = [name for name, value in settings.items() if getattr(document, name) != value]
    for name in changed:
        setattr(document, name, settings[name])
    if changed:
        document.save(update_fields=changed)
        if "asks" in changed:
            settle_what_is_done(actor, document)
        log.record("text.set", actor=actor, target=document, changes={"fields": sorted(changed)})
    return document


@transaction.atomic
def retire(*, actor: Actor, document_id: UUID) -> Document:
    """Put a text away: nobody is asked it any more. What people signed stays. Raises NotAllowed or
    Document.DoesNotExist."""
    document = locked(actor, document_id)
    document.retired_on = clock.today()
    document.save(update_fields=["retired_on"])
    log.record("text.put-away", actor=actor, target=document)
    return document


@transaction.atomic
def publish(
    *,
    actor: Actor,
    document_id: UUID,
    asks_again: bool,
    change_note: str,
    shown: str | None = None,
) -> Version:
    """Publish the draft: from now on it never changes. `asks_again`: everybody is asked anew; otherwise it is
    a correction only, and what was signed holds (S0-33). `shown`: the checksum of the draft that was read
    (`drafting.checksum_of`), None when nobody read it on a page. A newer version that asks again makes its papers, in the background.

    Raises NotAllowed, Document.DoesNotExist, StateConflict, OtherText or NotReady.
    """
    document = locked(actor, document_id)
    if shown is not None and shown != drafting.checksum_of(wordings_of(draft_of(document))):
        raise OtherText(_("The text changed while this page was open. Please read it again."))
    version = _publish(actor, document, asks_again=asks_again, change_note=change_note)
    if version.asks_again and version.number > 1:
        prepare_where_it_holds(actor, document)
    return version


def _publish(actor: Actor, document: Document, *, asks_again: bool, change_note: str) -> Version:
    draft = draft_of(document)
    wordings = wordings_of(draft)
    today = clock.today()
    found = drafting.problems(document.kind, wordings, where=where_used(document), day=today)
    if any(not problem.is_advice for problem in found):
        raise NotReady(_("This text isn’t complete yet."), found)
    draft.published_on, draft.published_by_id = today, actor.membership_id
    draft.asks_again = asks_again or draft.number == 1
    draft.change_note = change_note
    draft.save(update_fields=["published_on", "published_by", "asks_again", "change_note"])
    changes = {"version": draft.number, "asks_again": draft.asks_again}
    log.record("text.published", actor=actor, target=document, changes=changes)
    return draft


def wordings_of(version: Version) -> list[drafting.Wording]:
    """The texts of a version, for the rules of drafting."""
    return [
        drafting.Wording(text.language, text.title, tuple(clauses_of(text)))
        for text in version.texts.all()
    ]


@transaction.atomic
def say_about_us(*, actor: Actor, says: AboutUs, languages: Collection[str]) -> AboutUs:
    """What every text says about the organisation itself: its form, its aim, its way with costs. `says` holds
    the words in `languages`; other languages keep theirs. Raises NotAllowed."""
    policies.can_write_texts(actor).require()
    Organisation.objects.select_for_update(no_key=True).get(pk=actor.organisation_id)
    kept = AboutUs.objects.filter(organisation_id=actor.organisation_id).first()
    about = kept or AboutUs(organisation_id=actor.organisation_id)
    about.legal_form, about.answers_for_us = says.legal_form, says.answers_for_us
    for name in ("aim", "costs"):
        words = getattr(about, name) | {each: getattr(says, name)[each] for each in languages}
        setattr(about, name, {each: said for each, said in words.items() if said})
    about.save()
    log.record("text.about-us-changed", actor=actor, target=about)
    return about
