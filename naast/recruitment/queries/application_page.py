"""What the page of one application shows: who, the path, the next step, what they told, what happened."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.audit import log
from naast.audit.models import Event
from naast.core import clock
from naast.core.templatetags.ui_blocks import Definition
from naast.core.templatetags.ui_people import Entry, Stage, StageState
from naast.core.text import Text
from naast.messaging.queries import letters_about
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.people import terms
from naast.programmes.models import StageKind
from naast.programmes.path import Stage as PathStage
from naast.programmes.path import path_of
from naast.recruitment.models import Application
from naast.recruitment.models.application import YES
from naast.recruitment.queries import applications as queries
from naast.recruitment.queries import before_start
from naast.recruitment.queries.facts import facts_panel, spoken
from naast.recruitment.queries.fit import fit_panel
from naast.recruitment.queries.next_step import next_step
from naast.recruitment.queries.notes import notes_panel
from naast.recruitment.queries.questions import questions_panel
from naast.recruitment.queries.referrals import referral_panel
from naast.recruitment.queries.still_missing import Item, still_missing
from naast.recruitment.queries.talks import talks_panel
from naast.recruitment.states import LIVING, Status
from naast.vacancies.exploration import ENERGY
from naast.vacancies.models import Company, Structure

# The page shows the newest; what is older matters to nobody.
MOST_EVENTS = 30
MOST_LETTERS = 20

WORDS: dict[str, tuple[Text, str]] = {
    "application.came": (gettext_lazy("Applied"), "sprout"),
    "application.stage-entered": (gettext_lazy("To another stage"), "footprints"),
    "application.contact": (gettext_lazy("We were in contact"), "phone"),
    "application.later": (gettext_lazy("Later, on an agreed day"), "calendar"),
    "application.pause": (gettext_lazy("Rests for a while"), "pause"),
    "application.come-back": (gettext_lazy("Goes on"), "play"),
    "application.coordinator-changed": (gettext_lazy("Another coordinator"), "users"),
    "application.programme-changed": (gettext_lazy("Goes on in another role"), "shuffle"),
    "application.carry-asked": (gettext_lazy("Asked ourselves whether we can carry it"), "scale"),
    "application.fits": (gettext_lazy("Decided together: it fits"), "check"),
    "application.chose": (gettext_lazy("The candidate chose"), "hand-heart"),
    "application.candidate-chose": (gettext_lazy("The candidate chose"), "hand-heart"),
    "application.start": (gettext_lazy("Started"), "hand-heart"),
    "application.looked-back": (gettext_lazy("We looked back"), "messages-square"),
    "application.came-again": (gettext_lazy("Let us know once more"), "sprout"),
    "application.close": (gettext_lazy("Rounded off"), "circle-check"),
    "application.reopen": (gettext_lazy("Opened again"), "undo-2"),
    "application.stays": (gettext_lazy("Kept longer, as asked"), "clock"),
    "application.erase-told": (gettext_lazy("Told that it will be erased"), "mail"),
    "talk.invited": (gettext_lazy("Invited to a talk"), "calendar"),
    "talk.planned": (gettext_lazy("A talk was planned"), "calendar"),
    "talk.held": (gettext_lazy("A talk took place"), "messages-square"),
    "application.facts-agreed": (gettext_lazy("Wrote down what was agreed"), "clipboard-check"),
    "application.asked-in-thinking-time": (gettext_lazy("A friendly question went out"), "mail"),
}


def application_page(actor: Actor, application: Application) -> dict[str, Any]:
    """Everything a coordinator or a host of a talk reads about one candidate; the number of queries does
    not depend on how much there is."""
    today = clock.today()
    stages = path_of(application.programme)
    missing = before_start.readable(actor, missing_of(application, stages))
    return {
        "application": application,
        "who": who(application),
        "way": way(application, stages),
        "next": next_step(application, stages, missing, today=today),
        "told": told(application),
        "missing": before_start.lines(actor, application, missing),
        "person_page": person_page(actor, application),
        "is_open": application.status == Status.OPEN,
        "is_living": application.status in LIVING,
        "is_yes": application.outcome in YES,
        "can_move": actor.is_coordinator,
        "letters": list(letters_about(actor, application.pk)[:MOST_LETTERS])
        if application.email
        else [],
        "history": history(actor, application),
        "talks": talks_panel(actor, application),
        "notes": notes_panel(actor, application),
        "fit": fit_panel(actor, application),
        "facts": facts_panel(actor, application),
        "questions": questions_panel(actor, application),
        "referral": referral_panel(application),
        "good_times": terms.parts_of(application.weekly),
    }


def missing_of(application: Application, stages: list[PathStage]) -> list[Item]:
    """What must be in place before this application becomes a start."""
    return still_missing(
        application,
        stages,
        queries.passed_kinds(application),
        list(application.programme.entryconditions.all()),
        day=clock.today(),
    )


def person_page(actor: Actor, application: Application) -> Definition | None:
    """The card of a volunteer or the file of a participant, for who may open it; None without one."""
    person = application.person
    if person is None or not (actor.is_coordinator or actor.has(Function.COACH)):
        return None
    its = {"person_id": person.pk}
    if hasattr(person, "volunteer"):
        label = _("Card on the list of volunteers")
        return Definition(label, person.name, actor.url("people:volunteer", **its))
    if hasattr(person, "participant"):
        label = _("File of the participant")
        return Definition(label, person.name, actor.url("people:participant", **its))
    return None


def who(application: Application) -> list[Definition]:
    """How to reach somebody and how they came; never more than one needs to call them."""
    email, phone = application.email, application.phone
    return [
        Definition(_("Phone"), phone, f"tel:{phone.replace(' ', '')}" if phone else ""),
        Definition(_("E-mail"), email, f"mailto:{email}" if email else ""),
        Definition(_("Rather by phone or on paper"), _("Yes") if application.prefers_phone else ""),
        Definition(_("Lives in"), application.place),
        Definition(_("We write in"), application.get_language_display()),
        Definition(_("Speaks"), ", ".join(spoken(application))),
        Definition(_("Brings along"), application.brings_along),
        Definition(_("Age"), application.get_age_display() if application.age != "adult" else ""),
        Definition(_("Came"), _came(application)),
        Definition(
            _("Looked after by"),
            application.coordinator.user.name if application.coordinator else _("nobody yet"),
        ),
    ]


def _came(application: Application) -> str:
    channel = application.channel.name if application.channel else ""
    parts = (application.get_came_by_display(), channel, application.via)
    return " · ".join(str(part) for part in parts if part)


def way(application: Application, stages: list[PathStage]) -> list[Stage]:
    """The path with where somebody stands; what was left out stays open behind them."""
    passed, here = queries.passed_kinds(application), application.stage
    is_over = application.status not in LIVING
    return [Stage(stage.label, _state(stage.kind, here, passed, is_over)) for stage in stages]


def _state(kind: StageKind, here: str, passed: frozenset[StageKind], is_over: bool) -> StageState:
    if kind == here and not is_over:
        return "current"
    return "done" if kind in passed else "todo"


def told(application: Application) -> list[Definition]:
    """What somebody told us in their own words; why here comes first and is kept (S1-204)."""
    undecided = _("Does not know yet: choose together") if application.is_undecided else ""
    return [
        Definition(_("Which role"), undecided),
        Definition(_("Why with us"), application.why_here),
        Definition(_("What I like to do"), application.likes),
        Definition(_("What I can do"), application.can),
        *_explored(application.explored),
        Definition(_("Work they did or do"), application.professional_past),
        Definition(_("How often"), _how_often(application)),
    ]


def _explored(explored: dict[str, Any]) -> Iterable[Definition]:
    """What somebody found when exploring, in the words they chose from (S1-271)."""
    for code, term in (("gives", _("Gives energy")), ("eats", _("Takes energy"))):
        labels = terms.labels(explored.get(code, []), ENERGY)
        yield Definition(term, ", ".join(str(label) for label in labels))
    structures, companies = dict(Structure.choices), dict(Company.choices)
    yield Definition(_("How fixed"), structures.get(explored.get("structure", ""), ""))
    yield Definition(_("With whom"), companies.get(explored.get("company", ""), ""))


def _how_often(application: Application) -> str:
    said = []
    if application.times_a_month:
        said.append(_("%(times)s times a month") % {"times": application.times_a_month})
    if application.term_months:
        said.append(_("for %(months)s months") % {"months": application.term_months})
    return ", ".join(said)


def history(actor: Actor, application: Application) -> list[Entry]:
    """What happened, newest first, in words without names; one query."""
    events = log.history_of(actor.organisation_id, [application.pk]).filter(is_view=False)
    return list(_entries(events.filter(kind__in=WORDS)[:MOST_EVENTS]))


def _entries(events: Iterable[Event]) -> Iterable[Entry]:
    for event in events:
        sentence, icon = WORDS[event.kind]
        to = event.changes.get("to", "")
        if event.kind == "application.stage-entered" and to in StageKind.values:
            sentence = _("To: %(stage)s") % {"stage": StageKind(to).label}
        if event.changes.get("choice") == "rather_not":
            sentence = _("The candidate chose to stop")
        yield Entry(event.created_at, sentence, icon)
