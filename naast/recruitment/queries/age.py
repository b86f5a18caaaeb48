"""What the law and the role say about a candidate's age, before they start (pure; S0-40, S1-38)."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from naast.core.text import Text
from naast.law import ages
from naast.law.ages import Judgement, Verdict
from naast.recruitment.models import Age, Application

# Who may be younger than this needs the yes of a parent, also where we know no rule.
YOUNG = (Age.UNDER_15, Age.FIFTEEN, Age.SIXTEEN)


@dataclass(frozen=True, slots=True)
class AgeSaid:
    """Whether somebody may start at this age. `in_doubt`: the answer may be yes, and a person looks.
    `words`: why, or what to look at, with where it comes from."""

    in_place: bool
    in_doubt: bool
    needs_parent: bool
    words: Text = ""


def age_said(application: Application, day: date) -> AgeSaid:
    """The rule of the country on that day, and the youngest age of the programme. An age that was not
    asked yet is missing."""
    judged = ages.judge(application.age, application.organisation.country, day)
    own = _of_the_role(application)
    is_known = application.age in ages.YEARS
    # Without a rule nothing is guessed, but who is 18 is of age everywhere.
    is_open = judged.verdict is Verdict.UNKNOWN and application.age != Age.ADULT
    is_too_young = judged.is_too_young or own is Verdict.TOO_YOUNG
    return AgeSaid(
        in_place=is_known and not is_too_young and not is_open and own is Verdict.ALLOWED,
        in_doubt=is_known and not is_too_young and (is_open or own is Verdict.ASK),
        needs_parent=judged.is_minor or application.age in YOUNG,
        words=_words(application, judged, own),
    )


def _of_the_role(application: Application) -> Verdict:
    """What the youngest age of the programme says; an age that lies partly under it is asked."""
    least = application.programme.minimum_age
    if not least or application.age not in ages.YEARS:
        return Verdict.ALLOWED
    youngest, oldest = ages.YEARS[application.age]
    if oldest is not None and oldest < least:
        return Verdict.TOO_YOUNG
    return Verdict.ASK if youngest < least else Verdict.ALLOWED


def _words(application: Application, judged: Judgement, own: Verdict) -> str:
    said = []
    if own is not Verdict.ALLOWED:
        least = application.programme.minimum_age
        said.append(_("Volunteers are at least %(number)s years old.") % {"number": least})
    if judged.sentence and not (judged.verdict is Verdict.UNKNOWN and application.age == Age.ADULT):
        said.append(str(judged.sentence))
        if judged.source:
            said.append(_("Source: %(source)s.") % {"source": judged.source})
        if judged.is_disputed:
            said.append(_("Sources differ: we follow the strictest."))
    return " ".join(said)
