"""The three patterns of responsibility and what follows from each (instruments B10, S1-101 to S1-116).

Pure: rules as data over a programme whose parts are at hand (`queries.with_parts`).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from naast.core.text import Text
from naast.programmes.models import Pattern, Programme, Task


@dataclass(frozen=True, slots=True)
class Consequences:
    """What a pattern means, in words for everybody who reads the programme."""

    decisions: Text
    professional: Text
    entry: Text
    protocol: Text
    absence: Text
    measuring: Text
    tension: Text
    extra_check: Text
    # Whether a missed visit or shift asks for somebody to take over (S1-103, S1-116).
    absence_needs_somebody: bool
    # Decision power of the volunteer: the mandate list is empty in the pattern «extra» (S1-102).
    has_mandate: bool

    def rows(self) -> list[tuple[Text, Text]]:
        """(subject, sentence) for a page or sheet."""
        return [
            (_("What the volunteer decides"), self.decisions),
            (_("The professional"), self.professional),
            (_("Before the start"), self.entry),
            (_("Way of working"), self.protocol),
            (_("When a volunteer can’t come"), self.absence),
            (_("Measuring"), self.measuring),
            (_("What to watch"), self.tension),
            (_("What we check besides"), self.extra_check),
        ]


CONSEQUENCES: Mapping[Pattern, Consequences] = {
    Pattern.EXTRA: Consequences(
        decisions=_(
            "Little: staff decide, the volunteer says what they like and don’t like to do."
        ),
        professional=_("Somebody with a name is present and carries full responsibility."),
        entry=_("Light: a talk, information, an agreement and a day alongside somebody."),
        protocol=_("The volunteer follows the way staff work."),
        absence=_("Only news: care goes on, nobody has to take over."),
        measuring=_("Nothing is measured."),
        tension=_(
            "An independent volunteer may want more. The pleasant tasks may all go to volunteers: talk about it."
        ),
        extra_check=_(
            "Once a year: does this still add something, and does it replace nobody’s job?"
        ),
        absence_needs_somebody=False,
        has_mandate=False,
    ),
    Pattern.PEER: Consequences(
        decisions=_("A short list that both agreed on."),
        professional=_("Somebody with a name can be reached at the hours written here."),
        entry=_("A clear role: training and agreements come first."),
        protocol=_("Who does what was written together."),
        absence=_("The professional takes over, or the stand-in does."),
        measuring=_("Neither volunteers nor professionals are held to figures."),
        tension=_(
            "An unclear division, paid and unpaid people doing the same, or nobody who dares to step in."
        ),
        extra_check=_(
            "The division of tasks is signed by both and talked through every six months."
        ),
        absence_needs_somebody=True,
        has_mandate=True,
    ),
    Pattern.OWNER: Consequences(
        decisions=_("A domain of their own, with its limits written down."),
        professional=_("Somebody with a name is on call and answers within the term written here."),
        entry=_("Steady and experienced people who stay for a while, and a stand-in for each."),
        protocol=_("A short guideline; the rest is open."),
        absence=_("The stand-in takes over, with a hand-over note."),
        measuring=_("They look back on their own year, in their own words."),
        tension=_(
            "Work that hangs on one person, drifting away from the vision, and too much for who needs a lot of support."
        ),
        extra_check=_(
            "Who follows whom, a card with the mandate, and a talk about the vision each year."
        ),
        absence_needs_somebody=True,
        has_mandate=True,
    ),
}


@dataclass(frozen=True, slots=True)
class Ask:
    """Something a programme must say: which patterns ask it, and what we say when it is missing."""

    code: str
    sentence: Text
    is_missing: Callable[[Programme], bool]
    patterns: frozenset[Pattern] = frozenset(Pattern)


def consequences_of(pattern: str) -> Consequences:
    """What a pattern means. Raises ValueError for an unknown one."""
    return CONSEQUENCES[Pattern(pattern)]


def _lacks_division(programme: Programme) -> bool:
    whose = {task.who for task in programme.tasks.all()}
    return not whose & {Task.Who.VOLUNTEER, Task.Who.TOGETHER} or Task.Who.PROFESSIONAL not in whose


def _nobody_steps_in(programme: Programme) -> bool:
    return any(not task.steps_in for task in programme.tasks.all())


def _nobody_answers(programme: Programme) -> bool:
    lines = programme.oncalllines.all()
    return not lines or any(not line.phone for line in lines)


EXTRA, PEER, OWNER = (frozenset({pattern}) for pattern in Pattern)
# In the order in which a coordinator would mend them.
ASKS: tuple[Ask, ...] = (
    Ask(
        "coordinator",
        _("Say who coordinates this programme."),
        lambda it: it.coordinator_id is None,
    ),
    Ask("coach", _("Name the coach: no match runs without one."), lambda it: it.coach_id is None),
    Ask(
        "staff_presence",
        _("In the pattern «extra» a professional is near: write which one."),
        lambda it: not it.staff_presence,
        EXTRA,
    ),
    Ask(
        "no_mandate",
        _(
            "In the pattern «extra» staff decide: take the list of decisions away, or choose another pattern."
        ),
        lambda it: bool(it.mandate),
        EXTRA,
    ),
    Ask(
        "reachable_hours",
        _("In the pattern «peer» the professional can be reached: write at which hours."),
        lambda it: not it.reachable_hours,
        PEER,
    ),
    Ask(
        "task_division",
        _(
            "In the pattern «peer» the division must be clear: write what the volunteer does and what the professional does."
        ),
        _lacks_division,
        PEER,
    ),
    Ask(
        "responsible",
        _("Name the professional with final responsibility."),
        lambda it: it.responsible_id is None,
        EXTRA | PEER,
    ),
    Ask(
        "mandate",
        _("Write what the volunteer may decide."),
        lambda it: not it.mandate,
        PEER | OWNER,
    ),
    Ask(
        "on_call_term",
        _("In the pattern «owner» somebody is on call: write how soon they answer."),
        lambda it: not it.on_call_term,
        OWNER,
    ),
    Ask(
        "stand_in",
        _("In the pattern «owner» somebody takes over when a volunteer is away: write who."),
        lambda it: not it.stand_in,
        OWNER,
    ),
    Ask(
        "minimum_months",
        _("In the pattern «owner» people stay for a while: write for how many months at least."),
        lambda it: not it.minimum_months,
        OWNER,
    ),
    Ask(
        "tasks", _("Write which tasks there are and whose they are."), lambda it: not it.tasks.all()
    ),
    Ask("steps_in", _("Write for every task who steps in when it goes wrong."), _nobody_steps_in),
    Ask(
        "contact",
        _("Write how often people meet, as a guideline."),
        lambda it: not it.contactlines.all(),
    ),
    Ask(
        "on_call",
        _("Fill in a name and a phone number for every part of the day."),
        _nobody_answers,
    ),
    Ask("not_done", _("Write what we don’t do here."), lambda it: not it.not_done),
)


def asked_of(pattern: str) -> list[Ask]:
    """Everything a programme of this pattern must say."""
    return [ask for ask in ASKS if Pattern(pattern) in ask.patterns]


def missing_codes(programme: Programme) -> list[str]:
    """Codes of what this programme doesn't say yet."""
    return [ask.code for ask in asked_of(programme.pattern) if ask.is_missing(programme)]


def missing_for(programme: Programme) -> list[str]:
    """What this programme doesn't say yet, one sentence each; they warn and block nothing.

    Constant number of queries; none when its parts are prefetched (`queries.with_parts`).
    """
    return [str(ask.sentence) for ask in asked_of(programme.pattern) if ask.is_missing(programme)]
