"""What people may know before they say yes (pure): what volunteering means here, what we may expect of each
other, and how starting goes (S1-20, S1-59, S1-229, S1-240)."""

from collections.abc import Iterable

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from naast.core.text import Text
from naast.programmes.leaflet import contact_sentence
from naast.programmes.models import Programme, Task
from naast.programmes.path import USUAL_GROWTH, Stage, path_of
from naast.vacancies.models import Vacancy

# The word means something else in other places and languages: low standing, a duty of the state, a religious
# order. So it is said in full (S1-59).
MEANING: tuple[Text, ...] = (
    _("You do it because you want to. Nobody may oblige you."),
    _("You are not paid. What you spend for us you get back, as we agree beforehand."),
    _("You are insured while you do it."),
    _("You may always ask, say no, take a break or stop."),
    _("It is not a job, and it is no way to get one from us; what you learn is yours."),
)


def starting(programme: Programme) -> list[Stage]:
    """How somebody starts in this programme."""
    return path_of(programme)


def growing(programme: Programme) -> list[Text]:
    """How somebody may grow in it, step by step (S1-240)."""
    return list(programme.growth_steps) or list(USUAL_GROWTH)


def done_here(programme: Programme) -> list[str]:
    """What a volunteer does."""
    return _tasks(programme, Task.Who.VOLUNTEER, Task.Who.TOGETHER)


def never_done(programme: Programme) -> list[str]:
    """What a volunteer never does."""
    return list(dict.fromkeys([*_tasks(programme, Task.Who.NEVER), *programme.not_done]))


def _tasks(programme: Programme, *who: str) -> list[str]:
    return [task.name for task in programme.tasks.all() if task.who in who]


def of_us(programme: Programme) -> list[str]:
    """What a volunteer may expect of us."""
    return [
        _now("You hear from somebody within two working days, also when it is busy."),
        _now("You know beforehand what you start with, and you can try it out first."),
        _now("There is one person whom you can always call."),
        *([programme.staff_presence] if programme.staff_presence else []),
        *_weekly_talks(programme),
        _now("If this doesn’t suit you, we look together for something that does."),
    ]


def _weekly_talks(programme: Programme) -> Iterable[str]:
    if programme.volunteer_contact_weeks:
        yield ngettext(
            "We ask how it goes about every week.",
            "We ask how it goes about every %(number)s weeks.",
            programme.volunteer_contact_weeks,
        ) % {"number": programme.volunteer_contact_weeks}


def of_you(vacancy: Vacancy) -> list[str]:
    """What we hope of a volunteer."""
    return [
        *[contact_sentence(line) for line in vacancy.programme.contactlines.all()],
        _now("You come when you said so, or you tell us beforehand that you can’t."),
        _now("What people tell you stays with you, and you tell us when somebody is in danger."),
        _now("You tell us when something is too much, or not what you had hoped."),
    ]
