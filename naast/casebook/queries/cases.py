"""Reads of cases: the bank with its filters, one case, a handout, and links for the rooms above."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from naast.casebook.index import sought, tag
from naast.casebook.models import Case, CaseForm
from naast.casebook.policies import cases_visible_to
from naast.casebook.words import LISTS
from naast.organisations.actors import Actor

MOST_ON_A_HANDOUT = 5
MOST_LINKS = 20


@dataclass(frozen=True, slots=True)
class CaseLink:
    """A case as another room points to it: `reference` stays the same as long as the case is there."""

    reference: str
    title: str
    is_exercise: bool
    themes: tuple[str, ...]


def listed(actor: Actor, chosen: Mapping[str, str]) -> QuerySet[Case]:
    """The cases that fit what was chosen: `text`, `kind`, and a code of each list of words."""
    rows = cases_visible_to(actor)
    if chosen.get("kind") in CaseForm.values:
        rows = rows.filter(form=chosen["kind"])
    for name in LISTS:
        if code := chosen.get(name):
            rows = rows.filter(index_codes__contains=tag(name, code))
    for word in sought(chosen.get("text", "")):
        rows = rows.filter(index_text__contains=word)
    return rows


def get_case(actor: Actor, case_id: UUID) -> Case | None:
    """One case, or None when this actor may not know it exists."""
    return cases_visible_to(actor).filter(pk=case_id).first()


def handout(actor: Actor, references: Iterable[str]) -> list[Case]:
    """The chosen cases in the order in which they were chosen, five at most; one query."""
    ids = [each for each in map(_id, references) if each is not None][:MOST_ON_A_HANDOUT]
    found = cases_visible_to(actor).in_bulk(ids)
    return [found[each] for each in dict.fromkeys(ids) if each in found]


def case_by_reference(actor: Actor, reference: str) -> Case | None:
    """The case behind a reference: the id of a row, or the code of one of our starter set."""
    row_id = _id(reference)
    rows = cases_visible_to(actor)
    rows = rows.filter(code=reference) if row_id is None else rows.filter(pk=row_id)
    return rows.order_by("language", "id").first() if reference else None


def cases_for(organisation_id: UUID, *, themes: Iterable[str] = ()) -> list[CaseLink]:
    """Shown cases about one of these themes (all when none is named), twenty at most; one query."""
    about = Q()
    for theme in themes:
        about |= Q(index_codes__contains=tag("themes", theme))
    rows = Case.objects.filter(about, organisation_id=organisation_id, is_shown=True)
    return [
        CaseLink(str(row.pk), row.title, row.is_exercise, tuple(row.themes))
        for row in rows.only("title", "form", "themes")[:MOST_LINKS]
    ]


def _id(reference: str) -> UUID | None:
    try:
        return UUID(reference)
    except ValueError:
        return None
