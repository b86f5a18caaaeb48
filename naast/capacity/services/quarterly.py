"""Asking the self-check every three months: once, never chased (S0-16, instruments B26)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from dateutil.relativedelta import relativedelta
from django.utils.translation import gettext_lazy as _

from naast.capacity.models import HouseTerms, SelfCheck
from naast.capacity.queries.facts import newest_checks, talked_on
from naast.messaging.reminders import Reminding, remind
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation
from naast.people.api import reach_of
from naast.people.models import Person

USUAL_MONTHS = 3
# Two in a row let go: from then on a person asks, kindly.
LET_GO_MOST = 2
Hat = SelfCheck.Hat
PAGES = {Hat.VOLUNTEER: "capacity:check", Hat.COORDINATOR: "capacity:my_own_check"}
SUBJECT = _("How are you?")
BODY = _(
    "Every few months we ask how you are, and whether what you do is too much, good or too little. It takes a "
    "minute. You choose who reads it, and not answering is fine too."
)


@dataclass(frozen=True, slots=True)
class _Round:
    """What one look at a batch of people leads to."""

    let_go: list[SelfCheck] = field(default_factory=list)
    new: list[SelfCheck] = field(default_factory=list)


def months_of(organisation_id: UUID) -> int:
    """How often the house asks."""
    own = HouseTerms.objects.filter(organisation_id=organisation_id)
    return own.values_list("check_months", flat=True).first() or USUAL_MONTHS


def ask_quarterly(
    *,
    actor: Actor,
    house: Organisation,
    people: Mapping[UUID, tuple[Person, date]],
    hat: str,
    today: date,
) -> int:
    """Ask these people (read with `user`; since when they are here) whose time has come, and let go what stayed
    open. Returns how many were asked. Part of a transaction; a constant number of queries."""
    due = today - relativedelta(months=months_of(house.pk))
    newest = newest_checks(house.pk, list(people), hat)
    talked = talked_on(house.pk, list(newest))
    found = _Round()
    for person_id, (_person, since) in people.items():
        last = newest.get(person_id)
        if _asked_from(last, since) <= due:
            _one(found, person_id, last, talked.get(person_id))
    for check in found.let_go:
        check.let_go_on = today
    SelfCheck.objects.bulk_update(found.let_go, ["let_go_on"])
    for check in found.new:
        check.organisation_id, check.hat, check.asked_on = house.pk, hat, today
    SelfCheck.objects.bulk_create(found.new)
    remind(actor=actor, rows=_reminders(actor, house, people, found.new, hat))
    return len(found.new)


def _asked_from(last: SelfCheck | None, since: date) -> date:
    """The day from which the time is counted."""
    return max(last.asked_on, last.answered_on or last.asked_on) if last else since


def _one(found: _Round, person_id: UUID, last: SelfCheck | None, talked: date | None) -> None:
    """Let go what is open, and ask again, unless a person should."""
    skipped = 0
    if last is not None and last.answered_on is None:
        skipped = last.skipped_before + 1
        if last.is_open:
            found.let_go.append(last)
        elif talked is not None and last.let_go_on is not None and talked >= last.let_go_on:
            skipped = 0
    if skipped < LET_GO_MOST:
        found.new.append(SelfCheck(person_id=person_id, skipped_before=skipped))


def _reminders(
    actor: Actor,
    house: Organisation,
    people: Mapping[UUID, tuple[Person, date]],
    checks: Sequence[SelfCheck],
    hat: str,
) -> list[Reminding]:
    return [
        Reminding(
            kind="load.check",
            subject_id=check.pk,
            step="asked",
            subject=SUBJECT,
            body=BODY,
            url=actor.url(PAGES[Hat(hat)]),
            **reach_of(people[check.person_id][0], language=house.language),
        )
        for check in checks
        # A letter to who has no account would lead to a closed door: they get it on paper.
        if people[check.person_id][0].user_id
    ]
