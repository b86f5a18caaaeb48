"""Reads about what is reported, by whom, and what the organisation filed."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from naast.checks.models import NO, RATHER_NOT, Report, Statement
from naast.checks.policies import reports as policies
from naast.law import reporting as law
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation
from naast.people.api import volunteers_visible_to
from naast.people.models import VolunteerProfile
from naast.programmes.models import Engagement

# What the list shows: name → which rows; of NOT_ASKED people, see `not_asked`.
TO_DO, DONE, SILENT, NOT_ASKED = "to_do", "done", "silent", "not_asked"
TABS = (TO_DO, SILENT, DONE, NOT_ASKED)


@dataclass(frozen=True, slots=True)
class Duties:
    """What holds for one person: what they answered, the steps, and what is done."""

    report: Report | None
    situations: list[law.Situation]
    good_to_know: list[law.Situation]
    duty: law.Duty
    residence: law.Residence | None
    # The organisation filed it for all its volunteers.
    is_filed: bool

    @property
    def is_to_do(self) -> bool:
        """Whether the person still reports something."""
        return self.report is not None and self.report.state == Report.State.TO_DO

    @property
    def is_answered(self) -> bool:
        """Whether the question was answered, also with «rather not say»."""
        return self.report is not None and self.report.answered_on is not None


def listed(actor: Actor, tab: str, *, day: date) -> QuerySet[Report]:
    """One tab of the list: still to report, waiting for the office, or done."""
    rows = policies.visible_to(actor).select_related("person")
    if tab == SILENT:
        return limits_to_ask(actor).select_related("person")
    state = Report.State.DONE if tab == DONE else Report.State.TO_DO
    return rows.filter(state=state, answered_on__lte=day)


def not_asked(actor: Actor) -> QuerySet[VolunteerProfile]:
    """The cards of who volunteers here and did not answer the question yet; for coordinators."""
    cards = volunteers_visible_to(actor).filter(status=VolunteerProfile.Status.ACTIVE)
    answered = Report.objects.filter(person_id=OuterRef("person_id"), answered_on__isnull=False)
    cards = cards.filter(~Exists(answered)).select_related("person")
    return cards if actor.is_coordinator else cards.none()


def limits_to_ask(actor: Actor) -> QuerySet[Report]:
    """Reported to an office whose silence means yes, and nobody noted yet whether it set limits."""
    return policies.visible_to(actor).filter(silent_on__isnull=False, limits_set__isnull=True)


def report_of(actor: Actor, person_id: UUID) -> Report | None:
    """What one person answered, or None."""
    return policies.visible_to(actor).filter(person_id=person_id).first()


def duties_of(actor: Actor, house: Organisation, person_id: UUID, *, day: date) -> Duties:
    """Everything for the page of one person; three queries at most."""
    report = report_of(actor, person_id)
    office = report.answer if report is not None else ""
    is_filed = report is not None and filed_for(house, [report], day).everywhere(report)
    return Duties(
        report=report,
        situations=_for_one(law.of_office(office, house.country, day), is_filed=is_filed),
        is_filed=is_filed,
        good_to_know=law.good_to_know(house.country, day),
        duty=law.duty_of(office, house.country, day),
        residence=law.residence(house.country, day),
    )


def _for_one(rows: list[law.Situation], *, is_filed: bool) -> list[law.Situation]:
    """What the organisation does, once it did; until then what somebody does themselves, if anything."""
    ours = [row for row in rows if row.duty is law.Duty.ORGANISATION]
    own = [row for row in rows if row.duty is not law.Duty.ORGANISATION]
    return ours if is_filed or not own else own


def answers(house: Organisation, day: date) -> list[str]:
    """What may be answered to the one question here, in order."""
    return [*law.offices(house.country, day), NO, RATHER_NOT]


def statements(actor: Actor) -> QuerySet[Statement]:
    """What the organisation filed, newest first."""
    return policies.statements_visible_to(actor)


def get_statement(actor: Actor, statement_id: UUID) -> Statement | None:
    """One statement, or None."""
    return policies.statements_visible_to(actor).filter(pk=statement_id).first()


def holding(organisation_id: UUID, day: date) -> set[tuple[str, UUID | None]]:
    """The forms of which the organisation has one that holds on a day, each with the programmes that it is for
    (None: it names none); one query."""
    rows = Statement.objects.filter(organisation_id=organisation_id, filed_on__lte=day)
    rows = rows.exclude(decision=Statement.Decision.NO)
    rows = rows.filter(Q(valid_until__isnull=True) | Q(valid_until__gte=day))
    return set(rows.values_list("form", "programmes"))


@dataclass(frozen=True, slots=True)
class FiledFor:
    """Whether the organisation filed it for these people: where the law looks at the kind of work, in each of
    their programmes on its own."""

    country: str
    day: date
    held: Collection[tuple[str, UUID | None]] = ()
    programmes: Mapping[UUID, Sequence[UUID]] = field(default_factory=dict)

    def of(self, report: Report) -> dict[UUID | None, bool]:
        """Programme (None: any) → whether it was filed."""
        rule = law.filed_by_organisation(report.answer, self.country, self.day)
        if rule is None:
            return {None: False}
        if not rule.per_work:
            return {None: any(form == rule.form for form, _programme in self.held)}
        here = self.programmes.get(report.person_id, ())
        return {each: (rule.form, each) in self.held for each in here} or {None: False}

    def everywhere(self, report: Report) -> bool:
        """Whether it was filed for everything that this person does."""
        return all(self.of(report).values())


def filed_for(house: Organisation, reports: Collection[Report], day: date) -> FiledFor:
    """What was filed for who answered with an office; two queries at most, none where nothing can be filed."""
    rules = [law.filed_by_organisation(each.answer, house.country, day) for each in reports]
    if not any(rules):
        return FiledFor(house.country, day)
    programmes: dict[UUID, list[UUID]] = defaultdict(list)
    if any(rule.per_work for rule in rules if rule is not None):
        here = Engagement.objects.filter(person_id__in={each.person_id for each in reports}).open()
        for person_id, programme_id in here.values_list("person_id", "programme_id"):
            programmes[person_id].append(programme_id)
    return FiledFor(house.country, day, holding(house.pk, day), programmes)
