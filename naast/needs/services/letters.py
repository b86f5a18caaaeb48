"""Policy signals: written, sent with the letter of a quarter, answered by management (S1-277)."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from naast.audit import log
from naast.core import clock
from naast.core.errors import Incomplete, StateConflict
from naast.messaging.services import tell_members
from naast.needs.inputs import PolicyInput
from naast.needs.models import Need, PolicyLetter, PolicyNeed, PolicySignal
from naast.needs.policies import letters as policies
from naast.needs.policies import rows as row_policies
from naast.needs.queries import figures
from naast.needs.queries import letters as queries
from naast.needs.rules import Quarter
from naast.needs.services import telling
from naast.needs.services.taps import just_noted
from naast.needs.states import AnswerKind, Theme
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation
from naast.people.models import Person

LATEST_ANSWER = timedelta(days=366)
# Of so many people who signalled, each is told by a message; the answer stands on everybody's own page.
MOST_TOLD = 500


@transaction.atomic
def write_policy(
    *, actor: Actor, given: PolicyInput, policy_id: UUID | None = None
) -> PolicySignal:
    """Write one thing that management can change, or change it until it was sent. Raises NotAllowed,
    PolicySignal.DoesNotExist, StateConflict or Incomplete."""
    policies.can_write(actor).require()
    _check(given)
    if policy_id is None:
        same = PolicySignal.objects.filter(letter__isnull=True, theme=given.theme)
        said = {"title": given.title, "sees": given.sees, "asks": given.asks}
        before = just_noted(actor, same, said)
        if before is not None:
            return before
        policy = PolicySignal(
            organisation_id=actor.organisation_id,
            noted_on=clock.today(),
            noted_by_id=actor.membership_id,
        )
    else:
        policy = _lock_unsent(actor, policy_id)
    policy.title, policy.theme = given.title.strip(), given.theme
    policy.sees, policy.asks = given.sees.strip(), given.asks.strip()
    policy.save()
    _lean_on(actor, policy, given.need_ids)
    log.record("policy.written", actor=actor, target=policy, changes={"theme": given.theme})
    return policy


def _check(given: PolicyInput) -> None:
    wrong = {}
    if not given.title.strip():
        wrong["title"] = _("Write it in one line.")
    if given.theme not in Theme.values:
        wrong["theme"] = _("Choose a theme.")
    if not given.sees.strip():
        wrong["sees"] = _("Write what you see, without anybody’s name.")
    if not given.asks.strip():
        wrong["asks"] = _("Write what management can do.")
    if wrong:
        raise Incomplete(wrong)


def _lean_on(actor: Actor, policy: PolicySignal, need_ids: frozenset[UUID]) -> None:
    chosen = row_policies.needs_visible_to(actor).filter(pk__in=need_ids)
    PolicyNeed.objects.filter(policy=policy).exclude(need__in=chosen).delete()
    there = set(policy.links.values_list("need_id", flat=True))
    PolicyNeed.objects.bulk_create(
        PolicyNeed(organisation_id=actor.organisation_id, policy=policy, need=need)
        for need in chosen
        if need.pk not in there
    )


def _lock_unsent(actor: Actor, policy_id: UUID) -> PolicySignal:
    rows = policies.signals_visible_to(actor)
    policy = rows.select_for_update(of=("self",)).get(pk=policy_id)
    if policy.letter_id is not None:
        raise StateConflict(_("This was sent already: write a new one."))
    return policy


@transaction.atomic
def drop_policy(*, actor: Actor, policy_id: UUID) -> None:
    """It need not go to management after all. Raises NotAllowed, PolicySignal.DoesNotExist or StateConflict."""
    policies.can_write(actor).require()
    policy = _lock_unsent(actor, policy_id)
    log.record("policy.dropped", actor=actor, target=policy)
    policy.delete()


@dataclass(frozen=True, slots=True)
class LetterInput:
    """The letter of a quarter: what goes before it, and before when management answers."""

    answer_due_on: date
    opening: str = ""


@transaction.atomic
def send_letter(*, actor: Actor, given: LetterInput) -> PolicyLetter:
    """Send the letter of the quarter that ended last, with everything that waits for it and the counts as they
    stand, small numbers hidden. Raises NotAllowed, StateConflict when it was sent or nothing waits, or
    Incomplete."""
    policies.can_write(actor).require()
    # Two coordinators at once queue here, and the second finds the letter of the first.
    Organisation.objects.select_for_update(no_key=True).get(pk=actor.organisation_id)
    today = clock.today()
    quarter = queries.quarter_to_send(actor, day=today)
    if quarter is None:
        raise StateConflict(_("The letter of this quarter was sent already."))
    waiting = list(queries.to_send(actor).values_list("pk", flat=True))
    if not waiting:
        raise StateConflict(_("Nothing waits yet: write first what management can change."))
    if not today < given.answer_due_on <= today + LATEST_ANSWER:
        raise Incomplete({"answer_due_on": _("Choose a day that is still to come.")})
    letter = PolicyLetter.objects.create(
        organisation_id=actor.organisation_id,
        year=quarter.year,
        quarter=quarter.number,
        opening=given.opening.strip(),
        figures=_figures(actor, quarter),
        sent_on=today,
        sent_by_id=actor.membership_id,
        answer_due_on=given.answer_due_on,
    )
    PolicySignal.objects.filter(pk__in=waiting).update(letter=letter)
    log.record("policy.letter-sent", actor=actor, target=letter, changes={"asks": len(waiting)})
    url = actor.url("needs:letter", letter_id=letter.pk)
    tell_members(actor, telling.management(actor), telling.LETTER, kind="needs.letter", url=url)
    return letter


def _figures(actor: Actor, quarter: Quarter) -> dict[str, object]:
    return figures.figures(actor, until=quarter, hides=True).kept()


@transaction.atomic
def answer_policy(*, actor: Actor, policy_id: UUID, kind: str, words: str) -> PolicySignal:
    """What management says to one of them; whoever told it is thanked and reads the answer, and nobody else's name.
    An answer may be changed as long as the letter waits for others. Raises PolicySignal.DoesNotExist, NotAllowed,
    StateConflict or Incomplete."""
    rows = policies.signals_visible_to(actor).select_related("letter")
    policy = rows.select_for_update(of=("self",)).get(pk=policy_id)
    policies.can_answer(actor, policy).require()
    wrong = {}
    if kind not in AnswerKind.values:
        wrong["kind"] = _("Choose what management does.")
    if not words.strip():
        wrong["words"] = _("Write a few words that everybody may read.")
    if wrong:
        raise Incomplete(wrong)
    if policy.letter is not None and policy.letter.answered_on is not None:
        raise StateConflict(_("This letter was answered, and the answers were shown."))
    is_new = policy.answered_on is None
    policy.answer_kind, policy.answer = kind, words.strip()
    policy.answered_on, policy.answered_by_id = clock.today(), actor.membership_id
    policy.save(update_fields=["answer_kind", "answer", "answered_on", "answered_by"])
    log.record("policy.answered", actor=actor, target=policy, changes={"kind": kind})
    if is_new:
        _thank(actor, policy)
    _close_when_answered(actor, policy)
    return policy


def _thank(actor: Actor, policy: PolicySignal) -> None:
    """Each of those who told it, once, without anybody's name."""
    told = Need.objects.filter(links__policy=policy, told_by__isnull=False)
    people = Person.objects.filter(pk__in=told.values("told_by"), user__isnull=False)
    for person in people.select_related("user").order_by("pk")[:MOST_TOLD]:
        telling.tell_person(actor, person, telling.POLICY_ANSWERED, kind="needs.policy-answered")


def _close_when_answered(actor: Actor, policy: PolicySignal) -> None:
    rows = policies.letters_visible_to(actor).filter(signals=policy)
    letter = rows.select_for_update(of=("self",)).get()
    if letter.signals.filter(answered_on__isnull=True).exists():
        return
    letter.answered_on = clock.today()
    letter.save(update_fields=["answered_on"])
    url = actor.url("needs:letter", letter_id=letter.pk)
    tell_members(
        actor,
        telling.coordinators(actor),
        telling.LETTER_ANSWERED,
        kind="needs.letter-answered",
        url=url,
    )
