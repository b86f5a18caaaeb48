"""What this room adds to the pages of others: a signal, a match, the card of a volunteer, the file of a participant."""

from dataclasses import dataclass

from django.db.models import Prefetch, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.companionship import panels as match_panels
from naast.companionship.models import Match
from naast.core.text import Text
from naast.needs.models import Carer, Favour, Limit
from naast.needs.policies import rows as policies
from naast.needs.queries import rows as queries
from naast.organisations.actors import Actor
from naast.organisations.panels import Panel
from naast.people import panels
from naast.people.models import Person
from naast.signals import panels as signal_panels
from naast.signals.models import Signal
from naast.signals.states import Kind

MOST = 5
TITLE = gettext_lazy("Needs and limits")


@dataclass(frozen=True, slots=True)
class Way:
    """One thing that may follow: what it says, and where. `state`: it was set in motion already."""

    label: Text
    url: str
    state: Text = ""


def _followable(actor: Actor, signal: Signal) -> QuerySet[Signal]:
    return policies.signals_to_follow(actor).filter(pk=signal.pk)


def follow_up(actor: Actor, signal: Signal) -> Panel | None:
    """What may follow from a signal of every day, or what follows already. One query."""
    related = ("limit", "obstacle", "carer", "favour", "need")
    found = Signal.objects.select_related(*related).filter(pk=signal.pk).first()
    if found is None:
        return None
    ways = [
        each for each in (_special(actor, found), _in_register(actor, found)) if each is not None
    ]
    return Panel(TITLE, "needs/panel_signal.html", {"ways": ways})


# Kind → what follows from it, and the page where that begins.
BEGINS: dict[str, tuple[Text, str]] = {
    Kind.LIMIT: (gettext_lazy("Hand it on: ask a service"), "needs:new_limit"),
    Kind.OBSTACLE: (gettext_lazy("Write it in the log of obstacles"), "needs:new_obstacle"),
    Kind.FAVOUR: (gettext_lazy("Plan a talk about it"), "needs:new_favour"),
}
BEGUN: dict[str, Text] = {
    "limit": gettext_lazy("Handed on"),
    "obstacle": gettext_lazy("In the log of obstacles"),
    "carer": gettext_lazy("The carer"),
    "favour": gettext_lazy("The talk about a favour"),
}


def _special(actor: Actor, signal: Signal) -> Way | None:
    for name, label in BEGUN.items():
        row = getattr(signal, name, None)
        if row is not None:
            url = actor.url(f"needs:{name}", **{f"{name}_id": row.pk})
            state = row.get_state_display() if hasattr(row, "state") else ""
            return Way(label, url, state)
    asked = f"?signal={signal.pk}"
    if signal.kind in BEGINS:
        label, page = BEGINS[signal.kind]
        return Way(label, actor.url(page) + asked)
    if signal.kind == Kind.CARER and signal.about_id is not None:
        url = actor.url("needs:new_carer", person_id=signal.about_id)
        return Way(_("Offer something to the carer"), url + asked)
    return None


def _in_register(actor: Actor, signal: Signal) -> Way | None:
    need = getattr(signal, "need", None)
    if need is not None:
        url = actor.url("needs:register") + f"?theme={need.theme}"
        return Way(_("In the register of needs"), url, need.get_theme_display())
    if signal.kind == Kind.FAVOUR:
        return None
    url = actor.url("needs:new_need") + f"?signal={signal.pk}"
    return Way(_("Count it among the needs, by theme"), url)


def _came_of(actor: Actor, signal: Signal) -> QuerySet[Signal]:
    """Only what was set in motion shows to who told it."""
    own = Signal.objects.filter(pk=signal.pk, reporter_id=actor.person_id)
    moved = Q(limit__isnull=False) | Q(obstacle__isnull=False) | Q(favour__isnull=False)
    moved |= Q(carer__isnull=False) | Q(need__policies__letter__isnull=False)
    return own.filter(moved) if actor.person_id is not None else own.none()


def what_came(actor: Actor, signal: Signal) -> Panel | None:
    """Where who told it reads what came of it; no query."""
    return Panel(
        gettext_lazy("What came of it"),
        "needs/panel_reporter.html",
        {"url": actor.url("needs:mine")},
    )


def _open_limits(actor: Actor, match: Match) -> QuerySet[Limit]:
    allowed = policies.limits_visible_to(actor) | policies.own_limits(actor)
    return queries.of_match(match).filter(pk__in=allowed.values("pk"))


def of_match(actor: Actor, match: Match) -> Panel | None:
    """What waits for an answer in this match; one query. Each reads what is theirs to read."""
    limits = list(_open_limits(actor, match)[:MOST])
    return Panel(TITLE, "needs/panel_match.html", {"limits": limits}) if limits else None


def _begins(actor: Actor, match: Match) -> QuerySet[Match]:
    rows = policies.matches_to_name(actor).filter(pk=match.pk)
    return rows if actor.is_coordinator else rows.none()


def begin_in_match(actor: Actor, match: Match) -> Panel | None:
    """What waits in this match, and where a coordinator begins to hand something on; one query."""
    context: dict[str, object] = {
        "limits": list(_open_limits(actor, match)[:MOST]),
        "limit_url": actor.url("needs:new_limit") + f"?match={match.pk}",
        "obstacle_url": actor.url("needs:new_obstacle") + f"?match={match.pk}",
        "favour_url": actor.url("needs:new_favour") + f"?match={match.pk}",
    }
    return Panel(TITLE, "needs/panel_match_staff.html", context)


def _own_living(actor: Actor, match: Match) -> QuerySet[Match]:
    rows = policies.matches_to_name(actor).filter(pk=match.pk)
    return rows.none() if actor.is_coordinator else rows


def of_my_match(actor: Actor, match: Match) -> Panel | None:
    """What happens with a limit the volunteer reached, and where they ask for help; one query."""
    context: dict[str, object] = {
        "limits": list(_open_limits(actor, match)[:MOST]),
        "ask_url": actor.url("needs:ask_us") + f"?match={match.pk}",
    }
    return Panel(TITLE, "needs/panel_my_match.html", context)


def _about_me(actor: Actor, match: Match) -> QuerySet[Limit]:
    return policies.limits_about_me(actor).filter(pk__in=queries.of_match(match).values("pk"))


def of_participant_match(actor: Actor, match: Match) -> Panel | None:
    """Whom we asked for help, in the participant's own view; two queries."""
    agreed = Prefetch("askings", policies.agreed_askings())
    limits = list(_about_me(actor, match).prefetch_related(agreed)[:MOST])
    return Panel(TITLE, "needs/panel_about_me.html", {"limits": limits})


def _favours(actor: Actor, person: Person) -> QuerySet[Favour]:
    return policies.favours_visible_to(actor).filter(person=person, closed_on__isnull=True)


def on_card(actor: Actor, person: Person) -> Panel | None:
    """A favour that was tried through this volunteer; one query."""
    favours = list(_favours(actor, person)[:MOST])
    return Panel(TITLE, "needs/panel_volunteer.html", {"favours": favours})


def _coordinated(actor: Actor, person: Person) -> QuerySet[Person]:
    rows = Person.objects.filter(organisation_id=actor.organisation_id, pk=person.pk)
    shown = actor.is_coordinator and actor.person_id != person.pk
    return rows if shown else rows.none()


def _carers(actor: Actor, person: Person) -> QuerySet[Carer]:
    return policies.carers_visible_to(actor).filter(person=person, closed_on__isnull=True)


def on_file(actor: Actor, person: Person) -> Panel | None:
    """Carers of this participant on whom we look back, what waits for an answer; two queries."""
    limits = policies.limits_visible_to(actor).filter(about=person, closed_on__isnull=True)
    context: dict[str, object] = {
        "carers": list(_carers(actor, person)[:MOST]),
        "limits": list(limits[:MOST]),
        "new_url": actor.url("needs:new_carer", person_id=person.pk),
    }
    return Panel(TITLE, "needs/panel_participant.html", context)


def register() -> None:
    """Called by the room's AppConfig.ready()."""
    signal_panels.register("handler", follow_up, sign=_followable)
    signal_panels.register("reporter", what_came, sign=_came_of)
    match_panels.register("coordinator", begin_in_match, sign=_begins)
    match_panels.register("volunteer", of_my_match, sign=_own_living)
    match_panels.register("participant", of_participant_match, sign=_about_me)
    match_panels.register("staff", of_match, sign=_open_limits)
    panels.register("volunteer", on_card, sign=_favours)
    panels.register("participant", on_file, sign=_coordinated)
