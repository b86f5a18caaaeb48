"""Finding out what suits before applying (pure): what gives energy, what takes it, and where that is found.

Whoever explores sees sentences and things to talk about, never a number, and no role above another: the two
groups are in the order of the alphabet (S1-255, S1-271). Nothing is kept; the answers travel to the form in a
signed word, if somebody wants to take them along.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.core import signing
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from naast.core.text import Text
from naast.vacancies import times
from naast.vacancies.models import Company, Duration, Structure, Vacancy

SALT = "naast.explored"

# What somebody does in a role; each may give energy to one and take it from another.
ENERGY: Mapping[str, Text] = {
    "listen": _("Listening to somebody"),
    "chat": _("Having a chat and a laugh"),
    "outside": _("Being outside"),
    "move": _("Walking, cycling, sport"),
    "hands": _("Working with my hands"),
    "cook": _("Cooking and eating together"),
    "make": _("Making music or something beautiful"),
    "explain": _("Explaining something"),
    "organise": _("Organising"),
    "papers": _("Papers and figures"),
    "screens": _("Computers and phones"),
    "group": _("Being in the middle of a group"),
    "calm": _("Calm: one person at a time"),
    "new_people": _("Meeting people who live differently"),
}
SHORT, LONG = "short", "long"
# The same code in Structure and in Company.
EITHER = "either"
LENGTHS: Mapping[str, Text] = {
    SHORT: _("Short: once, or for a few weeks or months"),
    LONG: _("Longer: a year or more with the same people"),
}
_LENGTHS_OF: Mapping[str, frozenset[str]] = {
    Duration.ONCE: frozenset({SHORT}),
    Duration.SHORT: frozenset({SHORT}),
    Duration.INTERIM: frozenset({SHORT}),
    Duration.YEARLY: frozenset({SHORT, LONG}),
    Duration.LASTING: frozenset({LONG}),
}
# What is said when a role is so, can be so, and isn't so.
Three = tuple[Text, Text, Text]
_STRUCTURES: Mapping[str, Three] = {
    Structure.FIXED: (
        _("You like clear tasks and hours; here you know what to do and when."),
        _("You like clear tasks and hours; here that is possible."),
        _("You like clear tasks and hours; here you choose much yourself."),
    ),
    Structure.FREE: (
        _("You like to choose for yourself; here there is much room for that."),
        _("You like to choose for yourself; here that is possible."),
        _("You like to choose for yourself; here the tasks and hours are mostly fixed."),
    ),
}
_COMPANIES: Mapping[str, Three] = {
    Company.ALONE: (
        _("You like to work on your own; here you do, with somebody to fall back on."),
        _("You like to work on your own; here that is possible."),
        _("You like to work on your own; here you are together with others."),
    ),
    Company.TOGETHER: (
        _("You like to be together with others; here you are."),
        _("You like to be together with others; here that is possible."),
        _("You like to be together with others; here you are mostly on your own."),
    ),
}
_LENGTH_WORDS: Mapping[str, tuple[Text, Text]] = {
    SHORT: (
        _("You look for something short; this is."),
        _("You look for something short; here we hope that you stay for longer."),
    ),
    LONG: (
        _("You look for something for longer; so do we here."),
        _("You look for something for longer; this is short."),
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What somebody found out. Everything may stay open."""

    gives: tuple[str, ...] = ()
    eats: tuple[str, ...] = ()
    structure: str = ""
    company: str = ""
    duration: str = ""
    when: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was answered."""
        return not any(
            (self.gives, self.eats, self.structure, self.company, self.duration, self.when)
        )


@dataclass(frozen=True, slots=True)
class Fit:
    """A role beside somebody's answers: what connects, and what to talk about."""

    vacancy: Vacancy
    reasons: tuple[str, ...]
    to_talk: tuple[str, ...]
    has_energy: bool

    @property
    def fits_well(self) -> bool:
        """Something here gives energy, and nothing asks for a talk first."""
        return self.has_energy and not self.to_talk


def pack(answers: Answers) -> str:
    """The answers as one signed word for an address."""
    content = {
        "gives": list(answers.gives),
        "eats": list(answers.eats),
        "structure": answers.structure,
        "company": answers.company,
        "duration": answers.duration,
    }
    return signing.dumps(content, salt=SALT, compress=True)


def unpack(word: str) -> dict[str, Any]:
    """What `pack` put in; an empty mapping for anything that we did not sign."""
    try:
        content = signing.loads(word, salt=SALT)
    except (signing.BadSignature, ValueError):
        return {}
    return content if isinstance(content, dict) else {}


def weigh(answers: Answers, vacancy: Vacancy) -> Fit:
    """What these answers say beside this role."""
    here = set(vacancy.gives)
    reasons = [
        _now("%(what)s gives you energy; here it is part of what you do.") % {"what": label}
        for code, label in ENERGY.items()
        if code in here and code in answers.gives
    ]
    to_talk = [
        _now("%(what)s costs you energy, and here it is part of what you do. Talk about it first.")
        % {"what": label}
        for code, label in ENERGY.items()
        if code in here and code in answers.eats
    ]
    has_energy = bool(reasons)
    for is_reason, sentence in _facts(answers, vacancy):
        (reasons if is_reason else to_talk).append(str(sentence))
    _weigh_times(answers, vacancy, reasons, to_talk)
    return Fit(vacancy, tuple(reasons), tuple(to_talk), has_energy)


def _facts(answers: Answers, vacancy: Vacancy) -> Iterable[tuple[bool, Text]]:
    """(whether it is a reason, the sentence) of each fact that was answered."""
    asked = (
        (_STRUCTURES.get(answers.structure), answers.structure, vacancy.structure),
        (_COMPANIES.get(answers.company), answers.company, vacancy.company),
    )
    for words, wish, role in asked:
        if words is not None:
            place = (wish, EITHER).index(role) if role in {wish, EITHER} else 2
            yield place < 2, words[place]
    if answers.duration in LENGTHS:
        agrees = answers.duration in _LENGTHS_OF[vacancy.duration]
        yield agrees, _LENGTH_WORDS[answers.duration][0 if agrees else 1]


def _weigh_times(
    answers: Answers, vacancy: Vacancy, reasons: list[str], to_talk: list[str]
) -> None:
    """Times that are still to be agreed speak neither for nor against."""
    if not answers.when or not vacancy.weekly:
        return
    if any(times.suits(vacancy.weekly, code) for code in answers.when):
        reasons.append(_now("It is at a time that you said is good."))
    else:
        to_talk.append(
            _now("It is at another time than you said. Ask whether something can shift.")
        )


def fits(answers: Answers, vacancies: Iterable[tuple[str, Vacancy]]) -> tuple[list[Fit], list[Fit]]:
    """(fits well, worth a look), each by title; a role without a single reason is in neither.
    `vacancies` are pairs of title and vacancy."""
    ordered = sorted(vacancies, key=lambda pair: (pair[0].casefold(), pair[1].pk))
    found = [fit for fit in (weigh(answers, vacancy) for _title, vacancy in ordered) if fit.reasons]
    return [fit for fit in found if fit.fits_well], [fit for fit in found if not fit.fits_well]
