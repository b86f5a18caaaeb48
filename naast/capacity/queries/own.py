"""A volunteer's own page: my limits, what I said, what I asked, and how it is computed with my own figures."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.dates import WEEKDAYS
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from naast.capacity.models import OwnLimits, SelfCheck, StepBack, WorthAsking
from naast.capacity.policies import load as policies
from naast.capacity.queries.facts import carried_by
from naast.capacity.weighing import Carried, Measure, Weighed, weigh
from naast.core import clock
from naast.core.text import Text
from naast.organisations.actors import Actor
from naast.people.models import VolunteerProfile

ANSWERS_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Mine:
    """Everything of one's own page."""

    profile: VolunteerProfile | None
    limits: OwnLimits | None
    check: SelfCheck | None
    answered: list[SelfCheck]
    waiting: StepBack | None
    away: StepBack | None
    talked: list[StepBack]
    asked_about: WorthAsking | None
    agreed: WorthAsking | None


def profile_of(actor: Actor) -> VolunteerProfile | None:
    """The actor's own card as a volunteer, or None."""
    rows = VolunteerProfile.objects.filter(organisation_id=actor.organisation_id)
    return rows.select_related("person").filter(person=actor.person_id).first()


def limits_of(actor: Actor) -> OwnLimits | None:
    """The actor's own limits, or None when they set none."""
    rows = OwnLimits.objects.filter(organisation_id=actor.organisation_id)
    return rows.filter(person=actor.person_id).first()


def open_check(actor: Actor, hat: str = SelfCheck.Hat.VOLUNTEER) -> SelfCheck | None:
    """The self-check that waits for the actor, or None."""
    return (
        policies.own_checks(actor, hat)
        .filter(answered_on__isnull=True, let_go_on__isnull=True)
        .first()
    )


def mine(actor: Actor) -> Mine:
    """My own page; six queries."""
    steps = list(
        policies.own_steps_back(actor)
        .filter(taken_back_on__isnull=True)
        .order_by("-from_on", "-id")[:ANSWERS_SHOWN]
    )
    questions = list(
        WorthAsking.objects.filter(
            organisation_id=actor.organisation_id, person=actor.person_id
        ).order_by("-since_on", "-id")[:ANSWERS_SHOWN]
    )
    return Mine(
        profile=profile_of(actor),
        limits=limits_of(actor),
        check=open_check(actor),
        answered=answered(actor),
        waiting=next((row for row in steps if row.is_open), None),
        away=next((row for row in steps if row.is_break and row.back_on is None), None),
        talked=[row for row in steps if row.talked_on is not None],
        asked_about=next((row for row in questions if row.talked_on is None), None),
        agreed=next((row for row in questions if row.agreed), None),
    )


def answered(actor: Actor, hat: str = SelfCheck.Hat.VOLUNTEER) -> list[SelfCheck]:
    """One's own answers over time, the newest first."""
    rows = policies.own_checks(actor, hat).filter(answered_on__isnull=False)
    return list(rows.order_by("-answered_on", "-id")[:ANSWERS_SHOWN])


@dataclass(frozen=True, slots=True)
class Input:
    """One thing that counts: what it is, one's own figures, and when it leads to a question."""

    label: Text
    now: str
    usual: str
    limit: str
    when: Text


@dataclass(frozen=True, slots=True)
class Computed:
    """How it is computed, with one's own figures."""

    inputs: Sequence[Input]
    weighed: Weighed


def computed(actor: Actor, *, today: date) -> Computed:
    """How my own load is weighed; ten queries."""
    person_id = policies.own_person(actor)
    carried = carried_by(actor.organisation_id, [person_id], today=today)[person_id]
    return Computed(_inputs(carried), weigh(carried))


def _inputs(carried: Carried) -> list[Input]:
    hours = Measure(
        now=round(carried.minutes.now / 60),
        usual=None if carried.minutes.usual is None else round(carried.minutes.usual / 60),
        limit=None if carried.minutes.limit is None else carried.minutes.limit // 60,
    )
    return [
        _measured(
            _("Hours"),
            hours,
            _("More than half as much again as usual and four hours more, or more than you want."),
        ),
        _measured(
            _("Evenings and nights"),
            carried.evenings,
            _("Half as many again as usual and three more, or more than you want."),
        ),
        _measured(
            _("Contacts that were not planned"),
            carried.unplanned,
            _("Three or more, and more than usual."),
        ),
        _counted(_("Visits that were hard"), carried.hard, _("Two or more.")),
        _counted(_("Visits on days you keep free"), carried.off_days, _("Two or more.")),
        Input(
            label=_("Matches and places in circles, by weight"),
            now=str(carried.weight),
            usual="",
            limit=str(carried.room),
            when=_(
                "A light match counts for one, a middle one and a place in a circle for two, a heavy one for "
                "three. More than your number of matches times the heaviest that suits you."
            ),
        ),
    ]


def _measured(label: str, measure: Measure, when: str) -> Input:
    return Input(
        label=label,
        now=str(measure.now),
        usual=_("not known yet") if measure.usual is None else str(measure.usual),
        limit="" if measure.limit is None else str(measure.limit),
        when=when,
    )


def _counted(label: str, number: int, when: str) -> Input:
    return Input(label=label, now=str(number), usual="", limit="", when=when)


def limits_in_words(profile: VolunteerProfile | None, limits: OwnLimits | None) -> list[str]:
    """«At most two matches», «no visits on Sunday»: what somebody asks of the house themselves."""
    words = _on_the_card(profile) if profile is not None else []
    if limits is None:
        return words
    if limits.hours_month is not None:
        words.append(_("At most %(most)s hours a month") % {"most": limits.hours_month})
    if limits.evenings_month is not None:
        words.append(_("At most %(most)s evenings a month") % {"most": limits.evenings_month})
    days = [str(name) for day, name in WEEKDAYS.items() if limits.is_off(day)]
    if days:
        words.append(_("No visits on %(days)s") % {"days": ", ".join(days)})
    return words


def _on_the_card(profile: VolunteerProfile) -> list[str]:
    words = []
    if profile.max_matches is not None:
        most = profile.max_matches
        sentence = ngettext("At most %(most)s match", "At most %(most)s matches", most)
        words.append(sentence % {"most": most})
    if profile.rests_until_on is not None and profile.rests_until_on >= clock.today():
        day = date_format(profile.rests_until_on, "j F Y")
        words.append(_("No new match until %(day)s") % {"day": day})
    return words
