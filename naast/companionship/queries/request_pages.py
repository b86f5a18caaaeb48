"""What the pages of a wish show: words and sentences, ready to read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from naast.companionship.models import Match, Proposal, Request
from naast.companionship.policies import requests as policies
from naast.companionship.queries import requests as queries
from naast.companionship.wishes import Wishes
from naast.core import clock
from naast.core.text import Text
from naast.organisations.actors import Actor
from naast.people import terms
from naast.people.models import (
    Closeness,
    Consent,
    Gender,
    PersonLanguage,
    Topic,
)
from naast.programmes.models import Task

DAYS_A_WEEK = 7
# From here weeks say more than days.
IN_WEEKS_FROM = 21
TONES = {
    Request.Status.EXPLORING: "neutral",
    Request.Status.WAITING: "attention",
    Request.Status.MATCHED: "good",
    Request.Status.CLOSED: "neutral",
}
ASKED_KINDS = (Topic.Kind.EXPERIENCE, Topic.Kind.THEME, Topic.Kind.OWN_CRITERION)


@dataclass(frozen=True, slots=True)
class Line:
    """One wish in the list."""

    request_id: UUID
    name: str
    programme: str
    status: Text
    tone: str
    asked_on: date
    waiting: str
    coordinator: str


@dataclass(frozen=True, slots=True)
class NextStep:
    """What comes next, with its reason: a link, or a form to send (`post`)."""

    sentence: str
    label: str = ""
    url: str = ""
    is_post: bool = False


def days_in_words(days: int) -> str:
    """«12 days» or «5 weeks»."""
    if days < 1:
        return _("less than a day")
    if days >= IN_WEEKS_FROM:
        weeks = round(days / DAYS_A_WEEK)
        return ngettext("%(count)s week", "%(count)s weeks", weeks) % {"count": weeks}
    return ngettext("%(count)s day", "%(count)s days", days) % {"count": days}


def waited(request: Request, *, today: date) -> str:
    """How long somebody is waiting, or nothing when nobody is."""
    if request.status not in policies.SEARCH_STATUSES:
        return ""
    return days_in_words(max((today - request.asked_on).days, 0))


def line_of(request: Request, *, today: date) -> Line:
    """A wish as the list shows it."""
    coordinator = request.coordinator
    return Line(
        request_id=request.pk,
        name=request.participant.name,
        programme=request.programme.name,
        status=request.get_status_display(),
        tone=TONES[Request.Status(request.status)],
        asked_on=request.asked_on,
        waiting=waited(request, today=today),
        coordinator=coordinator.user.name if coordinator else "",
    )


def honest_time(request: Request) -> str:
    """How long it took others lately, without a promise (S1-32)."""
    took = queries.waiting_time(request.organisation_id, request.programme_id)
    if took.days is None:
        return _("We can’t say yet how long it takes: there are too few matches to tell.")
    return _(
        "It took %(time)s from asking to the first meeting, in the middle of the last %(count)s matches."
    ) % {"time": days_in_words(took.days), "count": took.matches}


def staff_page(actor: Actor, request: Request) -> dict[str, Any]:
    """Everything a coordinator or professional reads about one wish."""
    consent = queries.consent_for(request.participant_id, Consent.Purpose.VOLUNTEER_SUPPORT)
    match = queries.open_match_of(request)
    return {
        "wish": request,
        "person": request.participant,
        "tone": TONES[Request.Status(request.status)],
        "waiting": waited(request, today=clock.today()),
        "honest_time": honest_time(request),
        "consent": consent,
        "preferences": preferences(request),
        "home": home_rows(request),
        "topics": queries.topics_of(request),
        "goals": queries.goals_of(request),
        "avoided": queries.avoided_by(request),
        "history": [_proposal_line(each) for each in queries.proposals_for(request)],
        "next_step": next_step(actor, request, has_consent=consent is not None, match=match),
        "is_open": request.status != Request.Status.CLOSED,
        "can_close": request.status in policies.SEARCH_STATUSES and match is None,
        "is_searching": request.status in policies.SEARCH_STATUSES,
        "good_times": terms.parts_of(request.weekly),
        "is_own": False,
    }


def own_page(actor: Actor, request: Request) -> dict[str, Any]:
    """What a participant reads about their own wish."""
    consent = queries.consent_for(request.participant_id, Consent.Purpose.VOLUNTEER_SUPPORT)
    return {
        "wish": request,
        "waiting": waited(request, today=clock.today()),
        "honest_time": honest_time(request),
        "consent": consent,
        "goals": queries.goals_of(request),
        "sentence": _own_sentence(request, has_consent=consent is not None),
        "is_open": request.status != Request.Status.CLOSED,
        "is_searching": request.status in policies.SEARCH_STATUSES,
        "good_times": terms.parts_of(request.weekly),
        "is_own": True,
    }


def _own_sentence(request: Request, *, has_consent: bool) -> str:
    if request.status == Request.Status.CLOSED:
        return _("We are not looking for anybody now. You can always ask again.")
    if request.status == Request.Status.MATCHED:
        return _("There is a volunteer for you.")
    if not has_consent:
        return _("We start looking after you say yes.")
    if request.status == Request.Status.EXPLORING:
        return _("We first talk about your wish together.")
    return _("We are looking for somebody who suits you. You choose whether you want to meet.")


def next_step(
    actor: Actor, request: Request, *, has_consent: bool, match: Match | None
) -> NextStep:
    """The one thing to do now."""
    name = {"name": request.participant.first_name}
    if match is not None:
        return NextStep(
            _("There is an open proposal or match for this wish."),
            _("See the match"),
            actor.url(
                "companionship:match" if actor.is_coordinator else "companionship:my_match",
                match_id=match.pk,
            ),
        )
    if request.status == Request.Status.CLOSED:
        return NextStep(
            _("This wish is closed. Nobody is looked for."),
            _("Open it again"),
            actor.url("companionship:reopen_request", request_id=request.pk),
            is_post=True,
        )
    if not has_consent:
        return NextStep(
            _("The search starts when %(name)s says yes to a volunteer.") % name,
            _("Write down the yes"),
            actor.url("companionship:request_consent", request_id=request.pk),
        )
    if request.status == Request.Status.EXPLORING:
        return NextStep(
            _("The wish of %(name)s is still being explored.") % name,
            _("Start the search"),
            actor.url("companionship:start_search", request_id=request.pk),
            is_post=True,
        )
    return _search_step(actor, request)


def _search_step(actor: Actor, request: Request) -> NextStep:
    decision = policies.can_search(actor, request)
    if not decision:
        return NextStep(
            str(decision.reason)
            if actor.is_coordinator
            else _("The coordinator looks for somebody who suits.")
        )
    return NextStep(
        _("%(name)s waits for a volunteer.") % {"name": request.participant.first_name},
        _("See who could stand beside"),
        actor.url("companionship:shortlist", request_id=request.pk),
    )


def preferences(request: Request) -> list[tuple[str, str]]:
    """(what, how) of everything that was asked; what stays open is left out. The good times stand in
    their own grid."""
    genders = [str(Gender(code).label) for code in request.genders if code in Gender.values]
    rows = [
        (_("How to go about it"), request.pace),
        (_("Language"), _languages(request)),
        (_("Visits in four weeks"), str(request.rhythm or "")),
        (_("For how long"), _months(request.term_months)),
        (_("Kind of contact"), _joined(terms.labels(request.types, terms.CONTACT_KINDS))),
        (_("How to spend the time"), _joined(terms.labels(request.styles, terms.STYLES))),
        (_("How close"), str(Closeness(request.closeness).label) if request.closeness else ""),
        (_("Rather a"), ", ".join(genders)),
        (_("Lives within"), _("%(km)s km") % {"km": request.max_km} if request.max_km else ""),
        (_("Neighbourhood"), _("rather nobody nearby") if request.rather_not_nearby else ""),
        (_("Smoking"), _("rather nobody who smokes") if request.no_smoker else ""),
        (_("Can’t be missed"), ", ".join(request.tasks)),
    ]
    return [(what, how) for what, how in rows if how]


def card_rows(card: Any) -> list[tuple[str, str]]:
    """(what, how) of what a volunteer expects, in the order of `preferences`, to lay beside a wish. `card` is a
    row of `candidates`."""
    rows = [
        (
            _("Visits in four weeks"),
            _between(card.person__volunteer__rhythm_min, card.person__volunteer__rhythm_max),
        ),
        (_("For how long"), _months(card.person__volunteer__term_months)),
        (
            _("Kind of contact"),
            _joined(terms.labels(card.person__volunteer__types, terms.CONTACT_KINDS)),
        ),
        (
            _("How to spend the time"),
            _joined(terms.labels(card.person__volunteer__styles, terms.STYLES)),
        ),
        (
            _("How close"),
            str(Closeness(card.person__volunteer__closeness).label)
            if card.person__volunteer__closeness
            else "",
        ),
        (
            _("Travels at most"),
            _("%(km)s km") % {"km": card.person__volunteer__max_travel_km}
            if card.person__volunteer__max_travel_km
            else "",
        ),
        (_("Would rather not"), ", ".join(card.person__volunteer__refused_tasks)),
    ]
    return [(what, how) for what, how in rows if how]


def _between(least: int | None, most: int | None) -> str:
    if least and most and least != most:
        return _("%(least)s to %(most)s") % {"least": least, "most": most}
    return str(least or most or "")


def _joined(labels: Sequence[Text]) -> str:
    return ", ".join(str(label) for label in labels)


def _months(months: int | None) -> str:
    if not months:
        return ""
    return ngettext("%(count)s month", "%(count)s months", months) % {"count": months}


def _languages(request: Request) -> str:
    levels = dict(PersonLanguage.Level.choices)
    return ", ".join(
        _("%(language)s (%(level)s)")
        % {"language": terms.language_name(code), "level": levels.get(level, "")}
        for code, level in request.languages.items()
    )


def home_rows(request: Request) -> list[tuple[str, str]]:
    """(what, how) of what a volunteer meets in the home."""
    profile = getattr(request.participant, "participant", None)
    if profile is None:
        return []
    answers = {True: _("yes"), False: _("no"), None: ""}
    rows = [
        (_("Somebody smokes at home"), answers[profile.home_has_smoker]),
        (_("Pets"), _joined(terms.labels(profile.home_pets, terms.PETS))),
        (_("Stairs"), answers[profile.home_has_stairs]),
        (_("Allergies"), _joined(terms.labels(profile.allergies, terms.ALLERGIES))),
    ]
    return [(what, how) for what, how in rows if how]


def _proposal_line(proposal: Proposal) -> tuple[Any, str, str]:
    """(when, sentence, icon) of somebody who was proposed, who did it, why, and how it stands."""
    match = proposal.match
    by = proposal.proposed_by
    values = {
        "name": match.volunteer.name,
        "by": by.user.name if by else _("the house"),
        "why": proposal.why,
        "state": match.get_state_display(),
        "day": date_format(proposal.created_at, "SHORT_DATE_FORMAT"),
    }
    if proposal.why:
        sentence = _("%(name)s was proposed by %(by)s: %(why)s. Now: %(state)s.") % values
    else:
        sentence = _("%(name)s was proposed by %(by)s. Now: %(state)s.") % values
    return proposal.created_at, sentence, "users"


def topics_offered(actor: Actor) -> QuerySet[Topic]:
    """The words of this organisation that a participant may ask for in the other."""
    return Topic.objects.filter(organisation_id=actor.organisation_id, kind__in=ASKED_KINDS)


def tasks_offered(request: Request) -> list[str]:
    """The tasks volunteers do in this programme, and those the wish names already."""
    names = Task.objects.filter(
        programme_id=request.programme_id,
        who__in=[Task.Who.VOLUNTEER, Task.Who.TOGETHER, Task.Who.AFTER_CONSULTING],
    ).values_list("name", flat=True)
    return list(dict.fromkeys([*names, *request.tasks]))


def found_participants(actor: Actor, text: str) -> list[tuple[str, str, str]]:
    """(name, place, address of the new wish) of participants with this name, or the first ones."""
    new = actor.url("companionship:new_request")
    return [
        (profile.person.name, profile.person.place, f"{new}?participant={profile.person_id}")
        for profile in queries.find_participants(actor, text)
    ]


def with_own_words(request: Request, *, own_words: str, pace: str, weekly: int | None) -> Wishes:
    """The wishes as they are, with the participant's new words and times."""
    return Wishes(
        own_words=own_words,
        pace=pace,
        weekly=weekly,
        languages=request.languages,
        genders=tuple(request.genders),
        max_km=request.max_km,
        rather_not_nearby=request.rather_not_nearby,
        no_smoker=request.no_smoker,
        types=tuple(request.types),
        styles=tuple(request.styles),
        rhythm=request.rhythm,
        term_months=request.term_months,
        closeness=request.closeness,
        tasks=tuple(request.tasks),
    )
