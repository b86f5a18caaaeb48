"""The first words of a letter of reference, from what is recorded (S1-176). A coordinator makes it a letter."""

from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from naast.learning.models import Completion
from naast.people.models import Person
from naast.programmes.models import Engagement, Task

# What volunteers do in a programme, for a letter.
DONE_BY_VOLUNTEERS = (Task.Who.VOLUNTEER, Task.Who.TOGETHER)
TASKS_SHOWN = 6


@dataclass(frozen=True, slots=True)
class Part:
    """What somebody did in one programme: its name, from when until when (None: still), and the tasks."""

    programme: str
    started_on: date
    ended_on: date | None
    tasks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """What is recorded of a volunteer for a letter: never hours, visits or participants."""

    name: str
    since_on: date | None
    parts: tuple[Part, ...]
    courses: tuple[str, ...]


def record_of(person: Person) -> Record:
    """Three queries: engagements that are volunteering with their tasks, and courses followed."""
    engagements = (
        Engagement.objects.filter(person=person)
        .volunteering()
        .select_related("programme")
        .prefetch_related("programme__tasks")
        .order_by("started_on", "id")
    )
    courses = Completion.objects.filter(person=person).order_by("done_on").select_related("course")
    profile = getattr(person, "volunteer", None)
    return Record(
        name=person.name,
        since_on=profile.since_on if profile else None,
        parts=tuple(_part(each) for each in engagements),
        courses=tuple(dict.fromkeys(each.course.title for each in courses[:20])),
    )


def _part(engagement: Engagement) -> Part:
    tasks = [
        task.name for task in engagement.programme.tasks.all() if task.who in DONE_BY_VOLUNTEERS
    ]
    return Part(
        engagement.programme.name,
        engagement.started_on,
        engagement.ended_on,
        tuple(tasks[:TASKS_SHOWN]),
    )


def draft(record: Record, *, organisation: str, language: str) -> str:
    """The record as plain sentences in that language; what is not known is left out. Pure."""
    with override(language):
        lines = []
        if record.since_on:
            lines.append(
                _("%(name)s has volunteered at %(organisation)s since %(day)s.")
                % {
                    "name": record.name,
                    "organisation": organisation,
                    "day": date_format(record.since_on, "F Y"),
                }
            )
        else:
            lines.append(
                _("%(name)s volunteers at %(organisation)s.")
                % {"name": record.name, "organisation": organisation}
            )
        lines += [_of(part) for part in record.parts]
        if record.courses:
            lines.append(
                _("Courses followed: %(courses)s.") % {"courses": ", ".join(record.courses)}
            )
        return "\n\n".join(lines)


def _of(part: Part) -> str:
    values = {
        "programme": part.programme,
        "from": date_format(part.started_on, "F Y"),
        "until": date_format(part.ended_on, "F Y") if part.ended_on else "",
    }
    when = (
        _("In «%(programme)s», from %(from)s until %(until)s.")
        if part.ended_on
        else _("In «%(programme)s», since %(from)s.")
    ) % values
    if not part.tasks:
        return when
    tasks = _("What volunteers do there: %(tasks)s.") % {"tasks": "; ".join(part.tasks)}
    return f"{when} {tasks}"
