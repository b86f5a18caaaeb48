"""What is filled in where: everything a text can ask for, in words. No queries: the parts are at hand."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from naast.agreements.models import AboutUs
from naast.organisations.models import Membership, Organisation
from naast.programmes.kinds import called
from naast.programmes.leaflet import contact_sentence
from naast.programmes.models import Engagement, EntryCondition, Programme, Task


@dataclass(frozen=True, slots=True)
class Source:
    """What is known about the house and, where the text is about one, about a programme with its parts."""

    organisation: Organisation
    about: AboutUs | None
    programme: Programme | None
    # What rooms above know, in words of a language: language → placeholder → words.
    facts: Callable[[str], Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Reader:
    """For whom a text is filled in: a person, somebody invented in a preview, or nobody in particular."""

    name: str = ""
    engagement: Engagement | None = None
    own_limits: str = ""
    start: date | None = None
    # On paper the first day is written by hand.
    start_words: str = ""


def values(source: Source, reader: Reader, language: str) -> dict[str, str]:
    """Placeholder → words in this language; '' for what nobody filled in."""
    with translation.override(language):
        found = {**source.facts(language), **_of_house(source, language), **_of_reader(reader)}
        if source.programme is not None:
            found |= _of_programme(source.programme)
            found["contact_phone"] = source.organisation.phone
        return {name: str(value).strip() for name, value in found.items()}


def _of_reader(reader: Reader) -> dict[str, str]:
    taken = reader.engagement
    start = taken.started_on if taken else reader.start
    return {
        "person": reader.name,
        "takes_part_as": str(called(taken)) if taken else "",
        "start": _day(start) or reader.start_words,
        "until": _day(taken.until_on if taken else None),
        "own_limits": bullets(reader.own_limits.splitlines()),
    }


def _of_house(source: Source, language: str) -> dict[str, str]:
    house, about = source.organisation, source.about
    return {
        "organisation": house.name,
        "organisation_phone": house.phone,
        "organisation_email": house.email,
        "legal_form": about.get_legal_form_display() if about else "",
        "answers_for_us": about.answers_for_us if about else "",
        "aim": _spoken(about.aim, language, house.language) if about else "",
        "costs": _spoken(about.costs, language, house.language) if about else "",
    }


def _spoken(words: Mapping[str, str], language: str, house_language: str) -> str:
    """The words in this language, or as the house wrote them."""
    return words.get(language, "") or words.get(house_language, "")


def _of_programme(programme: Programme) -> dict[str, str]:
    return {
        **{name: getattr(programme, name) for name in PLAIN},
        **_tasks(programme.tasks.all()),
        "programme": programme.name,
        "where": programme.location.name if programme.location else "",
        "not_done": bullets(programme.not_done),
        "mandate": bullets(programme.mandate),
        "contact_person": _name(programme.coordinator),
        "coach": _name(programme.coach),
        "responsible": _name(programme.responsible),
        "on_call": bullets(
            f"{line.when}: {line.who} · {line.phone}" if line.phone else f"{line.when}: {line.who}"
            for line in programme.oncalllines.all()
        ),
        "training": _training(programme),
        "rhythm": bullets(contact_sentence(line) for line in programme.contactlines.all()),
        "support_rhythm": _weeks(programme.volunteer_contact_weeks),
        "trial": _weeks(programme.trial_weeks),
        "minimum_term": _months(programme.minimum_months),
    }


# Placeholders that are a field of the programme with the same name.
PLAIN = (
    "purpose",
    "vision",
    "volunteer_word",
    "participant_word",
    "relation_frame",
    "staff_presence",
    "reachable_hours",
    "on_call_term",
    "stand_in",
)


def _tasks(tasks: Iterable[Task]) -> dict[str, str]:
    """The tasks by whose they are; those of the volunteer by core and free room (S1-184)."""
    rows, who = list(tasks), Task.Who

    def named(holds: Callable[[Task], bool]) -> str:
        return bullets(task.name for task in rows if holds(task))

    return {
        "tasks_core": named(lambda task: task.who == who.VOLUNTEER and task.is_core),
        "tasks_free": named(lambda task: task.who == who.VOLUNTEER and not task.is_core),
        "tasks_together": named(lambda task: task.who == who.TOGETHER),
        "tasks_professional": named(lambda task: task.who == who.PROFESSIONAL),
        "tasks_consult": named(lambda task: task.who == who.AFTER_CONSULTING),
        "tasks_never": named(lambda task: task.who == who.NEVER),
        "steps_in": bullets(f"{task.name}: {task.steps_in}" for task in rows if task.steps_in),
    }


def _training(programme: Programme) -> str:
    names = [
        line.name
        for line in programme.entryconditions.all()
        if line.kind == EntryCondition.Kind.TRAINING
    ]
    return bullets(names) or _("No training is needed before you start.")


def bullets(lines: Iterable[str]) -> str:
    """Sentences as a list; a list that has its bullets already keeps them."""
    said = (line.strip().removeprefix("- ") for line in lines)
    return "\n".join(f"- {line}" for line in said if line)


def _name(membership: Membership | None) -> str:
    return membership.user.name if membership else ""


def _day(day: date | None) -> str:
    return date_format(day, "DATE_FORMAT") if day else ""


def _weeks(number: int | None) -> str:
    return (
        ngettext("%(number)s week", "%(number)s weeks", number) % {"number": number}
        if number
        else ""
    )


def _months(number: int | None) -> str:
    if not number:
        return ""
    return ngettext("%(number)s month", "%(number)s months", number) % {"number": number}
