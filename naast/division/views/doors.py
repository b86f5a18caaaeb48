"""What the pages of this room share: who comes in, and a form on a page of its own."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

from django import forms
from django.http import HttpResponse

from naast.audit import log
from naast.companionship.models import Match
from naast.companionship.policies.matches import side_of
from naast.core import clock, drafts
from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other
from naast.core.text import Text
from naast.division.errors import WordsMissing
from naast.division.queries import pages
from naast.division.queries import programmes as programme_queries
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.models import Function
from naast.programmes.models import Programme

R = TypeVar("R")
by_coordinator = open_to(Function.COORDINATOR)
by_volunteer = open_to(Function.VOLUNTEER)
by_both = open_to(Function.VOLUNTEER, Function.PROFESSIONAL)
by_writers = open_to(Function.VOLUNTEER, Function.PROFESSIONAL, Function.COORDINATOR)
by_team = open_to(Function.VOLUNTEER, Function.PROFESSIONAL, Function.COACH, Function.COORDINATOR)
by_everybody = open_to(
    Function.VOLUNTEER,
    Function.PARTICIPANT,
    Function.PROFESSIONAL,
    Function.COACH,
    Function.COORDINATOR,
)


def match_or_404(request: ActorRequest, match_id: UUID) -> Match:
    """A match whose division this actor may read."""
    return or_404(pages.get_match(request.actor, match_id))


def programme_or_404(request: ActorRequest, programme_id: UUID) -> Programme:
    """A programme this actor may know."""
    return or_404(programme_queries.get_programme(request.actor, programme_id))


def match_page(request: ActorRequest, match: Match) -> pages.MatchPage:
    """What the pages of a match show to this reader."""
    return pages.match_page(request.actor, match, language=request.user.language, now=clock.now())


def note_the_look(request: ActorRequest, match: Match) -> None:
    """Whoever is not one of the two leaves a line that the participant can read."""
    if side_of(request.actor, match) in {"staff", "coordinator"}:
        log.looked("match.file-read", actor=request.actor, target=match.participant)


def url_of(request: ActorRequest, match_id: UUID) -> str:
    """Where this actor reads the match."""
    name = "division:match" if request.actor.is_coordinator else "division:my_division"
    return request.actor.url(name, match_id=match_id)


@dataclass(frozen=True, slots=True)
class FormPage:
    """A page with one form: its words, the way back, and under which name a draft is kept («»: none)."""

    title: Text
    back_url: str
    back_label: Text
    submit: Text
    lead: Text = ""
    draft: str = ""
    # A list of names that is too long to show: found by the beginning of a name.
    finds: bool = False
    quote: str = ""
    template: str = "division/form.html"


def form_page(
    request: ActorRequest,
    form: forms.Form,
    shown: FormPage,
    act: Callable[[], str],
    *,
    context: Mapping[str, object] | None = None,
) -> HttpResponse:
    """The page with the form (and what its template needs besides), or what `act` does with a valid form and the
    address it gives."""
    key = f"{shown.draft}:{request.actor.organisation_id}" if shown.draft else ""
    if form.is_valid():
        try:
            url = act()
        except DomainError as error:
            refuse(form, error)
        else:
            if key:
                drafts.forget(request.user.pk, key)
            return see_other(url)
    saved = drafts.kept(request.user.pk, key) if key and request.method == "GET" else {}
    everything: dict[str, object] = {
        **(context or {}),
        "form": form,
        "shown": shown,
        "draft_key": key,
        "saved": saved,
        "find": request.GET.get("find", ""),
    }
    return page(request, shown.template, everything, refused=bool(form.errors))


def refuse(form: forms.Form, error: DomainError) -> None:
    """The sentence beside the field that mends it, or above the form."""
    name = error.field if isinstance(error, WordsMissing) else ""
    form.add_error(name if name in form.fields else None, str(error))
