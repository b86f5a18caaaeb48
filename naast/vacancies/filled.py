"""A vacancy filled in from what a programme already says (pure): nobody starts from an empty page, and the
vision stands in it from the start (S1-165, S1-205, S1-229)."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from naast.programmes.models import ContactLine, EntryCondition, Form, Programme
from naast.vacancies.advice import MOST_REQUIREMENTS
from naast.vacancies.expectations import done_here
from naast.vacancies.models import (
    LONGEST_PLAIN,
    LONGEST_TEXT,
    LONGEST_TITLE,
    Company,
    Duration,
    LanguageNeeded,
    Structure,
)
from naast.vacancies.reading import sentences

WEEKS_A_MONTH = 4
SHORT_MONTHS, INTERIM_MONTHS = 1, 6
PLAIN_SENTENCES = 2
ASKED_FIRST = (EntryCondition.Kind.CHECK, EntryCondition.Kind.TRAINING)
COMPANY = {
    Form.DUO: Company.ALONE,
    Form.HOME_ADMINISTRATION: Company.ALONE,
    Form.CIRCLE: Company.TOGETHER,
    Form.GROUP: Company.TOGETHER,
    Form.SHIFT: Company.TOGETHER,
}
STRUCTURE = {Form.SHIFT: Structure.FIXED, Form.HOME_ADMINISTRATION: Structure.FIXED}


@dataclass(frozen=True, slots=True)
class Words:
    """A vacancy in one language."""

    language: str
    title: str
    text: str
    plain: str = ""


def facts_of(programme: Programme) -> dict[str, Any]:
    """The facts of a vacancy, as far as the programme tells them."""
    place = programme.location.place if programme.location else ""
    return {
        "location": programme.location,
        "contact": programme.coordinator,
        "duration": _duration(programme.duration_months),
        "commitment_months": programme.minimum_months,
        "times_a_month": _times_a_month(programme.contactlines.all()),
        "place": place,
        "requirements": requirements_of(programme),
        "language_needed": LanguageNeeded.LITTLE,
        "company": COMPANY.get(Form(programme.form), Company.EITHER),
        "structure": STRUCTURE.get(Form(programme.form), Structure.EITHER),
    }


def requirements_of(programme: Programme) -> list[str]:
    """What the programme needs of somebody, in five points at most (S3-12): as many of its competences as
    there is room for beside the age and what must be in place first. The rest is talked over."""
    firm = [
        line.name
        for line in programme.entryconditions.all()
        if line.kind in ASKED_FIRST and line.is_required
    ]
    if programme.minimum_age:
        firm.insert(0, _("You are at least %(age)s years old.") % {"age": programme.minimum_age})
    needed = [line.name for line in programme.competences.all() if line.is_needed]
    return [*needed[: max(MOST_REQUIREMENTS - len(firm), 0)], *firm]


def words_of(programme: Programme, language: str) -> Words:
    """A first text. Call it within `translation.override(language)`: a programme is written in the language
    of the house."""
    what = [_("What you do:"), *(f"- {task}" for task in done_here(programme))]
    pieces = [
        programme.vision,
        programme.purpose,
        "\n".join(what) if len(what) > 1 else "",
        programme.value_volunteer,
    ]
    title = _("Who becomes a %(word)s?") % {"word": programme.volunteer_word}
    return Words(
        language=language,
        title=title[:LONGEST_TITLE],
        text=_as_much_as_fits(pieces, LONGEST_TEXT),
        plain=_as_much_as_fits(
            [" ".join(sentences(programme.purpose)[:PLAIN_SENTENCES])], LONGEST_PLAIN
        ),
    )


def _as_much_as_fits(pieces: Iterable[str], most: int) -> str:
    """The pieces as paragraphs, without those that would make it too long."""
    text = ""
    for piece in pieces:
        longer = f"{text}\n\n{piece.strip()}".strip()
        if piece and len(longer) <= most:
            text = longer
    return text


def _duration(months: int | None) -> str:
    if months is None or months > INTERIM_MONTHS:
        return Duration.LASTING
    return Duration.SHORT if months <= SHORT_MONTHS else Duration.INTERIM


def _times_a_month(lines: Iterable[ContactLine]) -> int | None:
    """How often people meet, from the first line of the contact plan that is a meeting."""
    meeting = next((line for line in lines if line.way != ContactLine.Way.CALL), None)
    if meeting is None or not meeting.every:
        return None
    in_a_month = WEEKS_A_MONTH if meeting.unit == ContactLine.Unit.WEEK else 1
    return max(1, in_a_month // meeting.every)
