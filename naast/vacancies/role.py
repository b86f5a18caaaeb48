"""A vacancy in the words that people outside read: the same for its page, its preview and its poster."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from naast.core.templatetags.ui_blocks import Definition
from naast.core.text import Text
from naast.people.terms import week_sentence
from naast.programmes.path import Stage
from naast.vacancies import expectations, times
from naast.vacancies.models import Duration, LanguageNeeded, Vacancy, VacancyText
from naast.vacancies.queries.public import place_of

MOST_WEEK_PARTS = 3


@dataclass(frozen=True, slots=True)
class Role:
    """Everything the page of a vacancy says beside its text, in order."""

    facts: list[Definition]
    does: list[str]
    never: list[str]
    asks: list[str]
    gets: str
    start: list[Stage]
    growth: list[Text]
    meaning: tuple[Text, ...]
    of_us: list[str]
    of_you: list[str]
    contact: str


def role(vacancy: Vacancy) -> Role:
    """The words of a vacancy; no queries when everything is at hand (`queries.public.for_reading`)."""
    programme = vacancy.programme
    return Role(
        facts=facts(vacancy),
        does=expectations.done_here(programme),
        never=expectations.never_done(programme),
        asks=list(vacancy.requirements),
        gets=programme.value_volunteer,
        start=expectations.starting(programme),
        growth=expectations.growing(programme),
        meaning=expectations.MEANING,
        of_us=expectations.of_us(programme),
        of_you=expectations.of_you(vacancy),
        contact=_first_name(vacancy),
    )


def _first_name(vacancy: Vacancy) -> str:
    """Whom to ask for: a first name is enough outside."""
    name = vacancy.contact.user.name if vacancy.contact else ""
    return name.split(" ")[0]


def facts(vacancy: Vacancy) -> list[Definition]:
    """How long, how often, when, where, and how much of the language."""
    return [
        Definition(_("How long"), commitment(vacancy)),
        Definition(_("When"), when(vacancy)),
        Definition(_("Where"), place_of(vacancy)),
        Definition(_("Language"), LanguageNeeded(vacancy.language_needed).label),
        Definition(_("How fixed"), vacancy.get_structure_display()),
        Definition(_("With whom"), vacancy.get_company_display()),
    ]


def commitment(vacancy: Vacancy) -> str:
    """«Regularly, for a longer time · about 2 times a month · we hope for at least 6 months» (S1-253)."""
    said: list[Any] = [Duration(vacancy.duration).label]
    if vacancy.times_a_month:
        number = vacancy.times_a_month
        words = ngettext("about once a month", "about %(number)s times a month", number)
        said.append(words % {"number": number})
    if vacancy.commitment_months:
        number = vacancy.commitment_months
        words = ngettext(
            "we hope for at least %(number)s month",
            "we hope for at least %(number)s months",
            number,
        )
        said.append(words % {"number": number})
    return " · ".join(str(words) for words in said)


def when(vacancy: Vacancy) -> str:
    """The parts of the week when they are few, else in general words; or that it is still open."""
    if not vacancy.weekly:
        return _("We agree together when it suits")
    if vacancy.weekly.bit_count() <= MOST_WEEK_PARTS:
        return week_sentence(vacancy.weekly)
    return " · ".join(str(words) for words in times.words(vacancy.weekly))


@dataclass(frozen=True, slots=True)
class Line:
    """One vacancy on a list: its text and what helps to choose."""

    vacancy: Vacancy
    text: VacancyText
    vision: str
    commitment: str
    when: str
    place: str


def line(text: VacancyText, vacancy: Vacancy) -> Line:
    """A vacancy for a list; no queries when programme, location and texts are at hand."""
    return Line(
        vacancy=vacancy,
        text=text,
        vision=vacancy.programme.vision,
        commitment=commitment(vacancy),
        when=when(vacancy),
        place=place_of(vacancy),
    )
