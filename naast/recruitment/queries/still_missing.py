"""What is still missing before somebody can start (pure): always visible, with who sees to it (S0-45)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from naast.core.text import Text
from naast.programmes import kinds
from naast.programmes.models import EntryCondition, Kind, Selection, StageKind, WorkingRelation
from naast.programmes.path import FIXED, Stage
from naast.recruitment.models import Application, FreeChoice, Outcome
from naast.recruitment.models.application import YES
from naast.recruitment.queries.age import age_said

US, CANDIDATE = _("coordinator"), _("the candidate")
# The sections of the facts (queries.facts) where something is written down.
CHOICE, PRACTICAL, DECLARED = "choice", "practical", "declared"
# Where whoever lets people volunteer has them insured (law 1.5).
INSURED_IN = ("BE", "NL")


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that must be in place. `may_wait`: somebody can decide, with a reason, that it comes
    after the start. `words`: why, or what to look at. `section` of the facts holds it. `is_private`: only
    coordinators read it (S1-10)."""

    code: str
    label: Text
    in_place: bool
    who: Text = US
    may_wait: bool = False
    words: Text = ""
    section: str = ""
    is_private: bool = False


def terms_of(application: Application, day: date) -> kinds.Terms:
    """As what somebody takes part, from what was agreed on the way: the kind, who steers, until when, how
    free (S1-28, S1-82)."""
    return kinds.Terms(
        kind=Kind(application.kind),
        started_on=day,
        steered_by=application.steered_by,
        contract_reference=application.contract_reference,
        until_on=application.until_on,
        working_relation=WorkingRelation(application.working_relation),
    )


def still_missing(
    application: Application,
    stages: Sequence[Stage],
    passed: frozenset[StageKind],
    conditions: Sequence[EntryCondition] = (),
    *,
    day: date,
) -> list[Item]:
    """Everything that has to be in place before a start on that day, as far as this room knows. `passed`
    are the stages that lie behind, `conditions` those of the programme."""
    return [
        *_stages(application, stages, passed),
        _outcome(application),
        *_carried(application),
        *_age(application, day),
        *_guide(application),
        *_insured(application, day),
        *_meetings(application, conditions),
        *_honest_name(application, day),
        *_terms(application, day),
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


def _age(application: Application, day: date) -> list[Item]:
    """Old enough by the law and for the role, and a parent's yes for the young: these never wait, but for
    an answer that a person has to look up (S0-40, S1-38)."""
    said = age_said(application, day)
    age = Item(
        "age",
        _("Age, by the law and for this role"),
        said.in_place,
        may_wait=said.in_doubt,
        words=said.words,
        section=PRACTICAL,
    )
    if not said.needs_parent:
        return [age]
    agreed = application.parent_agreed_on
    in_place = agreed is not None and agreed <= day
    return [
        age,
        Item("parent", _("The yes of a parent, with its day"), in_place, section=PRACTICAL),
    ]


def _insured(application: Application, day: date) -> list[Item]:
    """Who volunteers is insured from the first day, also where nobody tries out first (S1-237)."""
    is_asked = application.organisation.country in INSURED_IN and not is_own(application)
    if application.kind != Kind.VOLUNTEERING or not is_asked:
        return []
    since = application.insured_on
    in_place = since is not None and since <= day
    return [Item("insured", _("Insured from the first day"), in_place, section=DECLARED)]


def is_own(application: Application) -> bool:
    """Whether it is their own initiative: we only give information, and our insurance does not hold (S3-3)."""
    return application.programme.selection == Selection.OWN_INITIATIVE


def _guide(application: Application) -> list[Item]:
    """The gate stays shut until somebody from outside guides (S1-16)."""
    if not application.needs_guide:
        return []
    label = _("Who guides from outside, and how often")
    in_place = bool(application.guide.strip())
    return [Item("guide", label, in_place, section=CHOICE, is_private=True)]


def _meetings(application: Application, conditions: Sequence[EntryCondition]) -> list[Item]:
    """Compulsory meetings are announced beforehand, where the programme asks for them (S1-188)."""
    if not any(each.kind == EntryCondition.Kind.INTERVISION for each in conditions):
        return []
    label = _("Told about the meetings that are part of it")
    in_place = application.told_intervision_on is not None
    return [Item("intervision", label, in_place, may_wait=True, section=DECLARED)]


def _honest_name(application: Application, day: date) -> list[Item]:
    """Who has to is not called a volunteer: talk first, then give it its own name (S1-28, S1-50 to S1-57)."""
    is_own_choice = application.free_choice != FreeChoice.NO
    if application.kind != Kind.VOLUNTEERING:
        return []
    if is_own_choice and "kind" not in kinds.problems(terms_of(application, day)):
        return []
    label = _("Talk first: who has to, does not volunteer. Then choose the name of what it is")
    return [Item("kind", label, False, section=CHOICE, is_private=True)]


def _terms(application: Application, day: date) -> list[Item]:
    """What the kind of engagement asks to write down: who steers, until when (S1-82)."""
    rule = kinds.RULES[Kind(application.kind)]
    if not (rule.steering or rule.needs_end):
        return []
    in_place = not kinds.problems(terms_of(application, day))
    label = _("Who steers, and until when")
    return [Item("terms", label, in_place, section=CHOICE, is_private=True)]


def _term(application: Application) -> list[Item]:
    """A shortest term of the programme, agreed with the candidate (S1-114)."""
    least = application.programme.minimum_months
    if not least:
        return []
    agreed = application.term_months is not None and application.term_months >= least
    label = _("Wants to do this for at least %(months)s months") % {"months": least}
    return [Item("term", label, agreed, CANDIDATE, may_wait=True, section=PRACTICAL)]
