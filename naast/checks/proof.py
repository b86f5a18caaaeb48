"""What this room knows about the conditions of a start (programmes.evidence): checks seen, insurance, reports.

Of people: an extra is shown to who may see their readiness, so it never names an office or an outcome.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from naast.checks.models import NO, CheckKind, CheckRecord, Policy, Report
from naast.checks.queries import insurance as insurance_queries
from naast.checks.queries import reports as report_queries
from naast.checks.queries.situations import judged, open_engagements
from naast.checks.states import CheckState
from naast.law import checks as law_checks
from naast.law import insurance as law_insurance
from naast.law import reporting as law_reporting
from naast.organisations.models import Organisation
from naast.programmes.evidence import Asked, Evidence, Extra, Found, Terms
from naast.programmes.models import EntryCondition, Programme

# The pages of one person also lead to the register of insurance and to what the organisation filed.
CHECKS, REPORTS, MINE = "checks:of_person", "checks:report_of", "checks:my_reporting"
Extras = dict[UUID, list[Extra]]
# Asked of everybody once, and in nobody's way (spec/law 1.6).
THE_QUESTION = Extra(
    "question",
    _("Reporting before the start"),
    in_place=False,
    is_required=False,
    who=_("volunteer"),
    own_route=MINE,
    staff_route=REPORTS,
)


def source(asked: Asked) -> Found:
    """Evidence of checks and insurance, and what the law asks of each of these people: eight queries at most,
    however many there are; two where no condition is of these kinds and nobody works with children."""
    house, with_minors, has_ended = _look(asked)
    about_checks = asked.of_kind(EntryCondition.Kind.CHECK)
    about_insurance = asked.of_kind(EntryCondition.Kind.INSURANCE)
    records, open_ones = _records(asked.person_ids) if about_checks or with_minors else ({}, False)
    policies = insurance_queries.of_organisation(house.pk) if about_insurance or has_ended else []
    extras: Extras = defaultdict(list)
    _add_liability(extras, policies, asked)
    if with_minors:
        _add_minors(extras, house, records, asked)
    _add_reports(extras, house, asked)
    return Found(
        evidence=_evidence(asked, about_checks, records, _insured(house, policies, asked)),
        terms={
            **_check_terms(house, about_checks, asked.today, is_asked=open_ones),
            **{
                each.pk: Terms(staff_route=CHECKS, by_hand=not policies) for each in about_insurance
            },
        },
        extras=extras,
        stops={
            person_id: frozenset(each.pk for each in about_checks)
            for person_id, rows in records.items()
            if any(row.asks_talk for row in rows)
        },
    )


def _look(asked: Asked) -> tuple[Organisation, bool, bool]:
    """The house, whether a programme works with children, and whether an insurance ended: what need not be
    read where neither is so. One query."""
    of_house = Programme.objects.filter(organisation_id=OuterRef("pk"))
    ended = Policy.objects.filter(organisation_id=OuterRef("pk"), until_on__lt=asked.today)
    rows = Organisation.objects.annotate(
        with_minors=Exists(of_house.filter(contact_with_minors=True)), has_ended=Exists(ended)
    )
    house = rows.get(pk=asked.organisation_id)
    return house, house.with_minors, house.has_ended


def _records(person_ids: Iterable[UUID]) -> tuple[Mapping[UUID, list[CheckRecord]], bool]:
    """What was seen of each person, one of each kind, and whether one of them is asked to show something."""
    found: dict[UUID, list[CheckRecord]] = defaultdict(list)
    is_asked = False
    for record in CheckRecord.objects.filter(person_id__in=person_ids).defer("reason"):
        if record.is_seen:
            found[record.person_id].append(record)
        is_asked = is_asked or record.state == CheckState.ASKED
    return found, is_asked


def _check_terms(
    house: Organisation, conditions: Sequence[EntryCondition], day: date, *, is_asked: bool
) -> dict[UUID, Terms]:
    """A day written down by hand counts as long as a paper that was seen that day. A person finds the next step
    on their page once they were asked; lists of many people don't lead there."""
    if not conditions:
        return {}
    kind = law_checks.usual_kind(house.country, day)
    renewed = law_checks.renewal_months(kind, house.country, day) is not None
    terms = Terms(
        valid_months=house.check_renewal_months if renewed else None,
        own_route=MINE if is_asked else "",
        staff_route=CHECKS,
        by_hand=False,
    )
    return {each.pk: terms for each in conditions}


def _insured(house: Organisation, policies: list[Policy], asked: Asked) -> dict[UUID, Evidence]:
    """Condition → that everything which must be insured is, from when until when: the same for everybody."""
    conditions = asked.of_kind(EntryCondition.Kind.INSURANCE)
    if not conditions:
        return {}
    risks = insurance_queries.asked_of(house, asked.today)
    since = law_insurance.covered_since(policies, risks, asked.today)
    until = law_insurance.covered_until(policies, risks, asked.today)
    if since is None or until is None:
        return {}
    end = None if until == date.max else until
    return {each.pk: Evidence(each.pk, since, end) for each in conditions}


def _evidence(
    asked: Asked,
    about_checks: Sequence[EntryCondition],
    records: Mapping[UUID, list[CheckRecord]],
    insured: Mapping[UUID, Evidence],
) -> dict[UUID, list[Evidence]]:
    found: dict[UUID, list[Evidence]] = {
        person_id: list(insured.values()) for person_id in asked.person_ids if insured
    }
    for person_id, rows in records.items() if about_checks else ():
        if all(row.is_ok for row in rows):
            found.setdefault(person_id, []).extend(
                Evidence(condition.pk, row.seen_on, row.review_on)
                for condition in about_checks
                for row in rows
                if row.seen_on is not None
            )
    return found


def _add_liability(found: Extras, policies: list[Policy], asked: Asked) -> None:
    """Liability was insured and is not today: nobody starts (spec/law 1.5)."""
    if not insurance_queries.liability_expired(policies, asked.today):
        return
    for person_id in asked.person_ids:
        found[person_id].append(
            Extra(
                "liability",
                _("Our insurance for liability holds today"),
                in_place=False,
                who=_("coordinator"),
                staff_route=CHECKS,
                may_wait=False,
            )
        )


def _add_minors(
    found: Extras, house: Organisation, records: Mapping[UUID, list[CheckRecord]], asked: Asked
) -> None:
    """New tasks with minors: the extract was seen, in that programme, whether or not it is among its
    conditions (spec/law 1.9)."""
    rows = open_engagements(house).filter(
        person_id__in=asked.person_ids, programme__contact_with_minors=True
    )
    for each in judged(house, rows, asked.today):
        if each.judgement.verdict is not law_checks.Verdict.MUST:
            continue
        seen = [row for row in records.get(each.person_id, ()) if row.kind == each.judgement.kind]
        found[each.person_id].append(
            Extra(
                f"minors-{each.programme_id}",
                CheckKind(each.judgement.kind).label,
                in_place=any(row.is_ok for row in seen),
                who=_("coordinator"),
                since=seen[0].seen_on if seen else None,
                own_route=MINE,
                staff_route=CHECKS,
                may_wait=False,
                programme_id=each.programme_id,
            )
        )


def _add_reports(found: Extras, house: Organisation, asked: Asked) -> None:
    """Who reports volunteer work somewhere did so, or the organisation did it for them (spec/law 1.6, 2.2);
    and the one question, as long as nobody answered it."""
    rows = list(Report.objects.filter(person_id__in=asked.person_ids))
    if law_reporting.offices(house.country, asked.today):
        answered = {each.person_id for each in rows if each.answered_on is not None}
        for person_id in asked.person_ids - answered:
            found[person_id].append(THE_QUESTION)
    told = [each for each in rows if each.answer not in ("", NO)]
    filed = report_queries.filed_for(house, told, asked.today)
    for report in rows:
        found[report.person_id] += [
            *_reported(report, house, filed, asked.today),
            *_residence(report),
        ]


def _reported(
    report: Report, house: Organisation, filed: report_queries.FiledFor, today: date
) -> list[Extra]:
    duty = law_reporting.duty_of(report.answer, house.country, today)
    if duty is law_reporting.Duty.NONE:
        return []
    if duty is law_reporting.Duty.ORGANISATION:
        return [
            Extra(
                "statement",
                _("We filed the statement that this needs"),
                in_place=is_filed,
                who=_("coordinator"),
                staff_route=REPORTS,
                programme_id=programme_id,
            )
            for programme_id, is_filed in filed.of(report).items()
        ]
    is_filed = filed.everywhere(report)
    return [
        Extra(
            "report",
            _("What has to be reported first is reported"),
            in_place=is_filed or report.state == Report.State.DONE,
            who=_("volunteer"),
            since=report.done_on,
            is_required=duty is law_reporting.Duty.REPORT,
            own_route=MINE,
            staff_route=REPORTS,
        )
    ]


def _residence(report: Report) -> list[Extra]:
    if report.residence != Report.Shown.NO:
        return []
    return [
        Extra(
            "residence",
            _("A legal residence document was shown"),
            in_place=False,
            who=_("volunteer"),
            own_route=MINE,
            staff_route=REPORTS,
            may_wait=False,
        )
    ]
