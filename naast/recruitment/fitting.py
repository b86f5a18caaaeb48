"""What a role asks beside what somebody offers (pure): sentences, never a total (S1-239, S0-14, S0-28)."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from naast.people.terms import language_name, week_sentence
from naast.vacancies.exploration import ENERGY
from naast.vacancies.models import LanguageNeeded


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the role asks; None or empty: nothing is asked, or it is to be agreed."""

    months: int | None = None
    times_a_month: int | None = None
    weekly: int | None = None
    language: str = ""
    language_level: int = LanguageNeeded.NONE
    # Codes of vacancies.exploration.ENERGY.
    gives: Collection[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """What the person offers; None or empty: nobody asked yet."""

    months: int | None = None
    times_a_month: int | None = None
    weekly: int | None = None
    languages: Mapping[str, int] = field(default_factory=dict)
    energy: Collection[str] = ()
    eats: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class Beside:
    """Three lists of sentences, each may be empty."""

    connects: list[str] = field(default_factory=list)
    to_talk_about: list[str] = field(default_factory=list)
    still_to_ask: list[str] = field(default_factory=list)


def compare(asked: Asked, offered: Offered) -> Beside:
    """The role beside the person. Distance is not known here: it stays a question of the talk."""
    found = Beside()
    lists = {
        "connects": found.connects,
        "talk": found.to_talk_about,
        "ask": found.still_to_ask,
    }
    for part in (_energy, _months, _times, _week, _language):
        for where, sentence in part(asked, offered):
            lists[where].append(sentence)
    return found


Said = Iterator[tuple[str, str]]


def _energy(asked: Asked, offered: Offered) -> Said:
    for code, label in ENERGY.items():
        if code not in asked.gives:
            continue
        if code in offered.energy:
            yield "connects", _("Gives energy, and is part of the role: %(what)s") % {"what": label}
        elif code in offered.eats:
            yield "talk", _("Costs energy, and is part of the role: %(what)s") % {"what": label}


def _months(asked: Asked, offered: Offered) -> Said:
    if not asked.months:
        return
    if offered.months is None:
        yield "ask", _("For how long can they free themselves? Trust takes time.")
    elif offered.months < asked.months:
        yield (
            "talk",
            _(
                "The role asks %(asked)s; they see %(offered)s ahead. Can it be shorter, or is there something shorter?"
            )
            % {"asked": _in_months(asked.months), "offered": _in_months(offered.months)},
        )
    else:
        yield "connects", _("They can stay as long as the role asks.")


def _in_months(number: int) -> str:
    return ngettext("%(number)s month", "%(number)s months", number) % {"number": number}


def _times(asked: Asked, offered: Offered) -> Said:
    if not asked.times_a_month:
        return
    if offered.times_a_month is None:
        yield "ask", _("How often in a month can they come?")
    elif offered.times_a_month < asked.times_a_month:
        yield (
            "talk",
            _(
                "The role asks about %(asked)s times a month; they can come %(offered)s times. Can two people share it?"
            )
            % {"asked": asked.times_a_month, "offered": offered.times_a_month},
        )
    else:
        yield "connects", _("They can come as often as the role asks.")


def _week(asked: Asked, offered: Offered) -> Said:
    if not asked.weekly:
        return
    shared = asked.weekly & (offered.weekly or 0)
    if not offered.weekly:
        yield "ask", _("When in the week are they free?")
    elif shared:
        yield "connects", _("Times that suit both: %(when)s") % {"when": week_sentence(shared)}
    else:
        yield (
            "talk",
            _(
                "No time suits both: the role is at %(asked)s, they are free at %(offered)s. Can something shift?"
            )
            % {"asked": week_sentence(asked.weekly), "offered": week_sentence(offered.weekly)},
        )


def _language(asked: Asked, offered: Offered) -> Said:
    if not asked.language or asked.language_level == LanguageNeeded.NONE:
        return
    name = language_name(asked.language)
    level = offered.languages.get(asked.language, 0)
    if not offered.languages:
        yield "ask", _("Which languages do they speak?")
    elif level < asked.language_level:
        yield (
            "talk",
            _(
                "The role asks more %(language)s than they speak now. Somebody beside them, a course, or a role with fewer words?"
            )
            % {"language": name},
        )
    else:
        yield "connects", _("Speaks enough %(language)s for the role.") % {"language": name}
