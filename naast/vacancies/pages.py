"""What the pages of whoever coordinates show of a vacancy."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from naast.core.states import Step
from naast.core.templatetags.ui_blocks import BadgeTone, Definition
from naast.vacancies import advice, exploration
from naast.vacancies.attention import SOON_DAYS
from naast.vacancies.models import Vacancy, VacancyText
from naast.vacancies.queries.public import text_in
from naast.vacancies.reading import Reading, read
from naast.vacancies.role import commitment, facts, when
from naast.vacancies.states import VACANCY

TONES: dict[str, BadgeTone] = {
    Vacancy.Status.DRAFT: "calm",
    Vacancy.Status.PUBLISHED: "good",
    Vacancy.Status.CLOSED: "neutral",
}


@dataclass(frozen=True, slots=True)
class ListLine:
    """One vacancy on the list."""

    vacancy: Vacancy
    title: str
    status: str
    tone: BadgeTone
    commitment: str
    when: str


def title_of(vacancy: Vacancy, house_language: str = "") -> str:
    """Its title for this reader, or that there is none yet."""
    text = text_in(vacancy, get_language() or "", house_language)
    return (
        text.title
        if text
        else _("%(programme)s, without a text") % {"programme": vacancy.programme.name}
    )


def list_line(vacancy: Vacancy, *, today: date, house_language: str) -> ListLine:
    """A vacancy for the list; no queries when its texts and programme are at hand."""
    status, tone = status_of(vacancy, today)
    return ListLine(
        vacancy=vacancy,
        title=title_of(vacancy, house_language),
        status=status,
        tone=tone,
        commitment=commitment(vacancy),
        when=when(vacancy),
    )


def status_of(vacancy: Vacancy, today: date) -> tuple[str, BadgeTone]:
    """The words and the tone: one that lapsed is not on the site any more, whatever its status."""
    if vacancy.status == Vacancy.Status.PUBLISHED and not vacancy.holds_on(today):
        return _("Left the site"), "attention"
    return vacancy.get_status_display(), TONES[vacancy.status]


def to_confirm(vacancy: Vacancy, today: date) -> bool:
    """Whether it is time to say that it still holds."""
    last_day = vacancy.valid_until
    return (
        vacancy.status == Vacancy.Status.PUBLISHED
        and last_day is not None
        and last_day <= today + timedelta(days=SOON_DAYS)
    )


@dataclass(frozen=True, slots=True)
class TextRow:
    """One text with how it reads; the plain version is read as well."""

    text: VacancyText
    reading: Reading
    plain: Reading | None


def staff_page(vacancy: Vacancy, *, today: date) -> dict[str, Any]:
    """Everything the page of one vacancy shows to whoever coordinates."""
    texts = list(vacancy.texts.all())
    status, tone = status_of(vacancy, today)
    written = {text.language for text in texts}
    return {
        "vacancy": vacancy,
        "title": title_of(vacancy),
        "status": status,
        "tone": tone,
        "is_on_site": vacancy.holds_on(today),
        "to_confirm": to_confirm(vacancy, today),
        "steps": steps_of(vacancy, has_text=bool(texts)),
        "advice": advice.about(vacancy, texts),
        "texts": [_text_row(text) for text in texts],
        "missing_languages": [
            (code, name) for code, name in settings.LANGUAGES if code not in written
        ],
        "facts": [*facts(vacancy), *_own_facts(vacancy)],
        "requirements": vacancy.requirements,
    }


def steps_of(vacancy: Vacancy, *, has_text: bool) -> list[Step]:
    """The steps that make sense now: nothing goes on the site without a text."""
    steps = VACANCY.open_from(vacancy.status)
    return [step for step in steps if has_text or step.name != "publish"]


def _own_facts(vacancy: Vacancy) -> list[Definition]:
    does = [str(exploration.ENERGY[code]) for code in vacancy.gives if code in exploration.ENERGY]
    return [
        Definition(_("What people do here"), ", ".join(does)),
        Definition(_("Who answers questions"), vacancy.contact and vacancy.contact.user.name),
        Definition(_("Film"), vacancy.film_url, vacancy.film_url),
    ]


def _text_row(text: VacancyText) -> TextRow:
    return TextRow(
        text=text,
        reading=read(text.text, text.language),
        plain=read(text.plain, text.language) if text.plain else None,
    )
