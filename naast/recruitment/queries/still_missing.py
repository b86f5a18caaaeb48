"""What is still missing before somebody can start (pure): always visible, with who sees to it (S0-45)."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from naast.core.text import Text
from naast.programmes import kinds
from naast.programmes.models import EntryCondition, Kind, StageKind
from naast.programmes.path import FIXED, Stage
from naast.recruitment.models import Application, Outcome
from naast.recruitment.models.application import YES

US, CANDIDATE = _("coordinator"), _("the candidate")


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that must be in place. `may_wait`: somebody can decide, with a reason, that it comes
    after the start."""

    code: str
    label: Text
    in_place: bool
    who: Text = US
    may_wait: bool = False


def still_missing(
    application: Application,
    stages: Sequence[Stage],
    passed: frozenset[StageKind],
    conditions: Sequence[EntryCondition] = (),
) -> list[Item]:
    """Everything that has to be in place before a start, as far as this room knows. `passed` are the
    stages that lie behind, `conditions` those of the programme."""
    return [
        *_stages(application, stages, passed),
        _outcome(application),
        *_carried(application),
        *_guide(application),
        *_meetings(application, conditions),
        *_terms(application),
        *_term(application),
        Item(
            "choice",
            _("The candidate’s own free choice, with its day"),
            application.chose_on is not None,
            CANDIDATE,
        ),
    ]


def of_which_missing(items: Sequence[Item]) -> list[Item]:
    """Those that are not in place."""
    return [item for item in items if not item.in_place]


def _stages(
    application: Application, stages: Sequence[Stage], passed: frozenset[StageKind]
) -> list[Item]:
    """Each stage that is switched on; the start itself closes the stage somebody is in last."""
    asked = [stage for stage in stages if stage.kind not in FIXED]
    last = asked[-1].kind if asked else None
    behind = passed | {last} if last == application.stage else passed
    return [
        Item(f"stage-{stage.kind}", stage.label, stage.kind in behind, may_wait=True)
        for stage in asked
    ]


def _outcome(application: Application) -> Item:
    return Item("outcome", _("Decided together: it fits"), application.outcome in YES)


def _carried(application: Application) -> list[Item]:
    """Who needs support starts when the organisation said that it can carry it (S1-252)."""
    if application.outcome != Outcome.FITS_WITH_SUPPORT:
        return []
    return [Item("carry", _("We can carry this now"), application.we_can_carry is True)]


def _guide(application: Application) -> list[Item]:
    """The gate stays shut until somebody from outside guides (S1-16)."""
    if not application.needs_guide:
        return []
    label = _("Who guides from outside, and how often")
    return [Item("guide", label, bool(application.guide.strip()))]


def _meetings(application: Application, conditions: Sequence[EntryCondition]) -> list[Item]:
    """Compulsory meetings are announced beforehand, where the programme asks for them (S1-188)."""
    if not any(each.kind == EntryCondition.Kind.INTERVISION for each in conditions):
        return []
    label = _("Told about the meetings that are part of it")
    return [Item("intervision", label, application.told_intervision_on is not None, may_wait=True)]


def _terms(application: Application) -> list[Item]:
    """What the kind of engagement asks to write down: who steers, until when (S1-82)."""
    rule = kinds.RULES[Kind(application.kind)]
    if not (rule.steering or rule.needs_end):
        return []
    in_place = not (rule.steering and not application.steered_by.strip()) and not (
        rule.needs_end and application.until_on is None
    )
    return [Item("terms", _("Who steers, and until when"), in_place)]


def _term(application: Application) -> list[Item]:
    """A shortest term of the programme, agreed with the candidate (S1-114)."""
    least = application.programme.minimum_months
    if not least:
        return []
    agreed = application.term_months is not None and application.term_months >= least
    label = _("Wants to do this for at least %(months)s months") % {"months": least}
    return [Item("term", label, agreed, CANDIDATE, may_wait=True)]
