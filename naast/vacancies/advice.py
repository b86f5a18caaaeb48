"""What we advise whoever writes a vacancy (pure): sentences that warn and never block."""

import re
from collections import Counter
from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from naast.vacancies.models import Duration, Vacancy, VacancyText

# More scares good people off (S3-12).
MOST_REQUIREMENTS = 5
BRIEF = (Duration.ONCE, Duration.SHORT)


def about(vacancy: Vacancy, texts: Iterable[VacancyText]) -> list[str]:
    """Everything to think about before this goes outside, in sentences."""
    written = list(texts)
    found = [
        *_about_requirements(vacancy.requirements),
        *_about_length(vacancy),
        *_about_texts(written),
    ]
    if not vacancy.gives:
        found.append(
            _("Say what people do here: then whoever explores what suits them finds this role.")
        )
    return found


def doubled(requirements: Iterable[str]) -> list[str]:
    """Points that are asked twice, whatever their capitals, spaces and full stops."""
    first_written: dict[str, str] = {}
    counted: Counter[str] = Counter()
    for sentence in requirements:
        key = re.sub(r"\W+", " ", sentence).strip().casefold()
        first_written.setdefault(key, sentence)
        counted[key] += 1
    return [first_written[key] for key, number in counted.items() if number > 1]


def _about_requirements(requirements: list[str]) -> list[str]:
    found = [
        _("«%(point)s» is asked twice. Once is enough.") % {"point": point}
        for point in doubled(requirements)
    ]
    if len(requirements) > MOST_REQUIREMENTS:
        found.append(
            _(
                "You ask %(number)s things. More than %(most)s frighten people off who would do well: which can they learn here?"
            )
            % {"number": len(requirements), "most": MOST_REQUIREMENTS}
        )
    if not requirements:
        found.append(_("Nothing is asked yet. One or two points help people to choose."))
    return found


def _about_length(vacancy: Vacancy) -> list[str]:
    """Whether the role asks as long as its programme does (S1-242)."""
    least = vacancy.programme.minimum_months
    if not least:
        return []
    values = {"least": least, "months": vacancy.commitment_months}
    if vacancy.duration in BRIEF:
        return [
            ngettext(
                "This role is short, but the programme asks at least %(least)s month. A contact that stops too early hurts.",
                "This role is short, but the programme asks at least %(least)s months. A contact that stops too early hurts.",
                least,
            )
            % values
        ]
    if not vacancy.commitment_months:
        return [
            _("Say for how long you hope: the programme asks at least %(least)s months.") % values
        ]
    if vacancy.commitment_months < least:
        return [
            _(
                "The programme asks at least %(least)s months, this role only %(months)s. A contact that stops too early hurts."
            )
            % values
        ]
    if vacancy.commitment_months > least:
        return [
            _(
                "This role asks %(months)s months; the programme is content with %(least)s. Asking less brings more people."
            )
            % values
        ]
    return []


def _about_texts(texts: list[VacancyText]) -> list[str]:
    if not texts:
        return [_("Write a text in at least one language: then it can go on the site.")]
    return [
        _(
            "The text in %(language)s has no short and plain version yet. Many people read only that."
        )
        % {"language": text.get_language_display()}
        for text in texts
        if not text.plain
    ]
