"""Kinds of engagement: their honest names, what each must say, and which of them is volunteering."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from naast.core.text import Text
from naast.programmes.models import Engagement, Kind, WorkingRelation

# Beelen's last two working relations: they show a label and are told apart in figures (S1-28).
NOT_FREE = (WorkingRelation.CONDITIONAL, WorkingRelation.COMPULSORY)
NOT_UNDER_THE_LAW = _("This does not fall under the volunteer law.")


@dataclass(frozen=True, slots=True)
class KindRule:
    """What a kind is, in one sentence, and what has to be written down about it."""

    meaning: Text
    steering: Text = ""  # who steers or decides; empty where nobody else does
    needs_end: bool = False


RULES: Mapping[Kind, KindRule] = {
    Kind.VOLUNTEERING: KindRule(
        _("Unpaid, by free choice, for others, organised, and not what one is paid for here."),
    ),
    # S1-82, S1-83, S1-243: «guided volunteering» contradicts itself, so the word is not used.
    Kind.GUIDED: KindRule(
        _("A third party steers: somebody must or is pressed to do this."),
        steering=_("the party that steers"),
        needs_end=True,
    ),
    Kind.COMMUNITY_SERVICE: KindRule(
        _("Others decide whether or under which conditions somebody takes part."),
        steering=_("the party that decides"),
    ),
    Kind.PLACEMENT: KindRule(_("Part of an education."), steering=_("the school"), needs_end=True),
    Kind.SUPPORTED_WORK: KindRule(
        _("Work with support, for who can’t do paid work now."),
        steering=_("the service that supports"),
    ),
    Kind.EMPLOYEE: KindRule(
        _("Employees who help in their employer’s time."), steering=_("the employer")
    ),
    Kind.NEIGHBOUR: KindRule(_("Help between neighbours or friends, outside an organisation.")),
    Kind.CARER: KindRule(_("Care for somebody one already has a bond with.")),
}


@dataclass(frozen=True, slots=True)
class Terms:
    """As what somebody takes part, from when, and who else has a say in it."""

    kind: Kind
    started_on: date
    steered_by: str = ""
    contract_reference: str = ""
    until_on: date | None = None
    working_relation: WorkingRelation = WorkingRelation.FREE


def problems(terms: Terms) -> dict[str, str]:
    """Field to sentence, for what these terms still lack; empty when they can be written down. Who has to,
    or gets something else in return, is never called a volunteer (S1-28, S1-50 to S1-57)."""
    rule, found = RULES[terms.kind], {}
    if terms.kind == Kind.VOLUNTEERING and terms.working_relation in NOT_FREE:
        found["kind"] = _now("Who has to, does not volunteer. Choose the name of what it is.")
    if rule.steering and not terms.steered_by.strip():
        found["steered_by"] = _now("Name %(who)s.") % {"who": rule.steering}
    if rule.needs_end and terms.until_on is None:
        found["until_on"] = _now("Agree on which day this ends.")
    if terms.until_on is not None and terms.until_on < terms.started_on:
        found["until_on"] = _now("The end comes after the start.")
    return found


def name_of(kind: str, *, passed: bool | None) -> Text:
    """What an engagement is called on every screen (S1-42, S1-57): «volunteering» never after a test
    of the law that failed."""
    if kind != Kind.VOLUNTEERING:
        return Kind(kind).label
    if passed is None:
        return _("Volunteering (five questions still to ask)")
    return Kind.VOLUNTEERING.label if passed else _("Not volunteering: find its own name")


def called(engagement: Engagement) -> Text:
    """The name of one engagement; its tests are at hand or cost one query."""
    return name_of(engagement.kind, passed=engagement.passed)


def relation_label(relation: str) -> Text:
    """The words for a working relation that isn't free (S1-28); empty where somebody is free to choose."""
    return WorkingRelation(relation).label if relation in NOT_FREE else ""


def with_relation(name: Text, relation: Text) -> Text:
    """A name, and beside it that somebody was not free to choose."""
    return f"{name} · {relation}" if relation else name


def law_line(engagement: Engagement) -> Text:
    """The visible line for what the volunteer law doesn't protect (S1-57); empty for volunteering."""
    return "" if engagement.is_volunteering else NOT_UNDER_THE_LAW
