"""Shifts on the pages of a match, and the work of a programme on its page."""

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.companionship import hearing, panels
from naast.companionship.models import Match
from naast.companionship.states import LIVING_STATES
from naast.core import clock
from naast.core.text import Text
from naast.organisations.actors import Actor
from naast.organisations.panels import Panel
from naast.people import panels as people_panels
from naast.programmes import page_panels
from naast.programmes.models import Programme
from naast.shifting.models import AgreedTask, TaskShift
from naast.shifting.policies.shifts import agreed_visible_to
from naast.shifting.queries import shifts as queries
from naast.shifting.queries import work
from naast.shifting.services.hearing import hear
from naast.shifting.states import OPEN

SHOWN = 3
WORDS: dict[str, tuple[Text, str]] = {
    "task-shift.agree": (gettext_lazy("A task became part of the agreement"), "check"),
    "task-shift.restore": (gettext_lazy("A task went back to what was agreed"), "arrow-left"),
}


def agreed_besides(actor: Actor, match: Match) -> QuerySet[AgreedTask]:
    """What was agreed for this match on top of the package."""
    return agreed_visible_to(actor).filter(match=match, ended_on__isnull=True)


def of_match(actor: Actor, match: Match) -> Panel | None:
    """For the coordinator: what shifted, and the way to settle it; one query."""
    if match.state not in LIVING_STATES:
        return None
    shifts = list(TaskShift.objects.filter(match=match, state__in=OPEN)[:SHOWN])
    besides = list(agreed_besides(actor, match))
    return Panel(
        title=gettext_lazy("Agreed and done"),
        template="shifting/match_panel.html",
        context={
            "shifts": [(each, actor.url("shifting:shift", shift_id=each.pk)) for each in shifts],
            "besides": besides,
            "url": actor.url("shifting:match", match_id=match.pk),
            "label": _("Agreed and done beside each other"),
        },
    )


def for_others(actor: Actor, match: Match) -> Panel:
    """For the volunteer, the participant and the professional: what was agreed besides; one query."""
    return Panel(
        title=gettext_lazy("Agreed besides"),
        template="shifting/match_panel.html",
        context={
            "shifts": [],
            "besides": list(agreed_besides(actor, match)),
            "url": "" if actor.person_id == match.participant_id else actor.url("shifting:mine"),
            "label": _("All tasks"),
        },
    )


def of_programme(actor: Actor, programme: Programme) -> Panel:
    """For the coordinator: the way to the work of this programme, and what is still to ask; one query."""
    is_due = work.unasked(actor, clock.today()).filter(pk=programme.pk).exists()
    says_value = all(getattr(programme, name).strip() for name in work.VALUES)
    return Panel(
        title=gettext_lazy("The work behind it"),
        template="shifting/programme_panel.html",
        context={
            "is_due": is_due,
            "says_value": says_value,
            "value_url": actor.url("programmes:change", programme_id=programme.pk, section="about"),
            "url": actor.url("shifting:programme", programme_id=programme.pk),
            "catalogue_url": actor.url("shifting:catalogue"),
        },
    )


def register() -> None:
    """Called by the room's AppConfig.ready()."""
    panels.register("coordinator", of_match)
    for side in ("volunteer", "participant", "staff"):
        panels.register(side, for_others, sign=agreed_besides)
    page_panels.register("coordinator", of_programme)
    hearing.register(hear, queries.agreed_words)
    people_panels.register_words(WORDS)
