"""A programme in the words of its page, its print sheet and its PDF: the same for all three."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from naast.core.templatetags.ui_people import Task as TaskRow
from naast.core.text import Text
from naast.programmes.models import ContactLine, EntryCondition, Programme, Task
from naast.programmes.path import USUAL_GROWTH, path_of
from naast.programmes.patterns import consequences_of

Rows = list[tuple[Text, Text]]


@dataclass(frozen=True, slots=True)
class Leaflet:
    """Everything a reader of the programme reads, in order."""

    facts: Rows
    values: Rows
    core: list[TaskRow]
    free_room: list[TaskRow]
    steps_in: Rows
    contact: list[str]
    rhythm: list[str]
    conditions: Rows
    on_call: Rows
    consequences: Rows
    frame: list[str]
    starting: Rows
    joining: list[str]
    needed: Rows
    welcome: Rows
    growth: list[Text]


def leaflet(programme: Programme) -> Leaflet:
    """The words of a programme; no queries when its parts are at hand (`queries.with_parts`)."""
    tasks = list(programme.tasks.all())
    return Leaflet(
        facts=_facts(programme),
        values=_values(programme),
        core=[_task(task) for task in tasks if task.is_core],
        free_room=[_task(task) for task in tasks if not task.is_core],
        steps_in=_steps_in(tasks),
        contact=[contact_sentence(line) for line in programme.contactlines.all()],
        rhythm=_rhythm(programme),
        conditions=[
            (_condition(each.name, is_required=each.is_required), each.who_arranges)
            for each in programme.entryconditions.all()
        ],
        on_call=[
            (line.when, f"{line.who} · {line.phone}" if line.phone else line.who)
            for line in programme.oncalllines.all()
        ],
        consequences=consequences_of(programme.pattern).rows(),
        frame=[line for line in programme.relation_frame.splitlines() if line.strip()],
        starting=_starting(programme),
        joining=_joining(programme),
        needed=_asked(programme, is_needed=True),
        welcome=_asked(programme, is_needed=False),
        growth=list(programme.growth_steps or USUAL_GROWTH),
    )


def _starting(programme: Programme) -> Rows:
    """How starting goes: each step, how long it takes and with whom (S1-229, S1-236)."""
    return [(stage.label, f"{stage.takes} · {stage.with_whom}") for stage in path_of(programme)]


def _joining(programme: Programme) -> list[str]:
    """Who can join, and on which conditions (S0-40): age, checks and training."""
    kinds = (EntryCondition.Kind.CHECK, EntryCondition.Kind.TRAINING)
    conditions = [
        _condition(each.name, is_required=each.is_required)
        for each in programme.entryconditions.all()
        if each.kind in kinds
    ]
    if not programme.minimum_age:
        return conditions
    age = _("You are at least %(years)s years old.") % {"years": programme.minimum_age}
    return [age, *conditions]


def _asked(programme: Programme, *, is_needed: bool) -> Rows:
    """What is needed or welcome, each with what one sees when it is there (S0-18)."""
    return [
        (each.name, each.example)
        for each in programme.competences.all()
        if each.is_needed == is_needed
    ]


def _task(task: Task) -> TaskRow:
    who = "after_consulting" if task.who == Task.Who.AFTER_CONSULTING else task.who
    return TaskRow(task.name, who, task.note)  # type: ignore[arg-type]  # the same five codes


def _steps_in(tasks: list[Task]) -> Rows:
    """Who steps in, and for which tasks: read by everybody who is there (S1-137)."""
    groups: dict[str, list[str]] = {}
    for task in tasks:
        if task.steps_in:
            groups.setdefault(task.steps_in, []).append(task.name)
    return [(who, " · ".join(names)) for who, names in groups.items()]


def _condition(name: str, *, is_required: bool) -> str:
    return name if is_required else _("%(condition)s (may come later)") % {"condition": name}


def _values(programme: Programme) -> Rows:
    """What it adds, for all four (S1-182)."""
    rows: Rows = [
        (_("For the participant"), programme.value_participant),
        (_("For the volunteer"), programme.value_volunteer),
        (_("For the professional"), programme.value_professional),
        (_("For the organisation"), programme.value_organisation),
    ]
    return [row for row in rows if row[1]]


def _facts(programme: Programme) -> Rows:
    rows: Rows = [
        (_("Shape"), programme.get_form_display()),
        (_("Pattern of responsibility"), programme.get_pattern_display()),
        (_("Where"), programme.location.name if programme.location else ""),
        (_("Coordinator"), _name(programme, "coordinator")),
        (_("Coach of the volunteers"), _name(programme, "coach")),
        (_("Professional with final responsibility"), _name(programme, "responsible")),
        (_("Which professional is near"), programme.staff_presence),
        (_("When the professional can be reached"), programme.reachable_hours),
        (_("The person on call answers"), programme.on_call_term),
        (_("When a volunteer is away"), programme.stand_in),
    ]
    return [row for row in rows if row[1]]


def _name(programme: Programme, role: str) -> str:
    membership = getattr(programme, role)
    return membership.user.name if membership else ""


def contact_sentence(line: ContactLine) -> str:
    """One line of the contact plan as a sentence: a guideline, never a quota (S1-110)."""
    if line.unit == ContactLine.Unit.WEEK:
        interval = ngettext("every week", "every %(number)s weeks", line.every)
    else:
        interval = ngettext("every month", "every %(number)s months", line.every)
    sentence = _("%(way)s %(interval)s") % {
        "way": line.get_way_display().capitalize(),
        "interval": interval % {"number": line.every},
    }
    return f"{sentence}: {line.with_whom}" if line.with_whom else sentence


def _rhythm(programme: Programme) -> list[str]:
    """The rhythm in sentences; what isn't filled in is not said."""
    months = ", ".join(str(number) for number in programme.milestone_months)
    weeks = ", ".join(str(number) for number in programme.early_check_weeks)
    said = [
        (programme.trial_weeks, _("A trial of %(number)s weeks, with a talk at its end.")),
        (
            programme.duration_months,
            _("Meant to last about %(number)s months; longer or shorter is talked about."),
        ),
        (programme.minimum_months, _("We ask volunteers to stay for at least %(number)s months.")),
        (weeks, _("We ask both how it goes after %(number)s weeks.")),
        (months, _("We look back together after %(number)s months.")),
        (
            programme.volunteer_contact_weeks,
            _("The coordinator speaks the volunteer about every %(number)s weeks."),
        ),
        (
            programme.participant_contact_weeks,
            _("The coordinator speaks the participant about every %(number)s weeks."),
        ),
        (
            programme.max_matches,
            _("A volunteer has at most %(number)s of these at a time, and fewer if they want."),
        ),
        (programme.minimum_age, _("Volunteers are at least %(number)s years old.")),
    ]
    return [sentence % {"number": number} for number, sentence in said if number]
