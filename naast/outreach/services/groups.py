"""Requests of groups: they come in, we answer warmly, they were here."""

from dataclasses import asdict
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from naast.audit import log
from naast.core import clock
from naast.core.errors import DomainError
from naast.messaging import services as messaging
from naast.messaging.texts import Kind as LetterKind
from naast.messaging.texts import Words
from naast.organisations.actors import Actor
from naast.organisations.models import Membership, Organisation
from naast.organisations.queries import get_membership
from naast.outreach import letters
from naast.outreach.errors import QuarterFull, ReasonMissing
from naast.outreach.inputs import GroupAnswer, GroupPlan
from naast.outreach.models import GroupRequest
from naast.outreach.policies import groups as policies
from naast.outreach.queries.groups import quarter_for
from naast.outreach.states import GROUP, GroupState
from naast.programmes.models import Programme
from naast.recruitment.services.arrivals import NameMissing, NoWayToAnswer

LETTER_OF: dict[str, LetterKind] = {
    "accept": letters.GROUP_ACCEPTED,
    "other-date": letters.GROUP_OTHER_DATE,
    "decline": letters.GROUP_DECLINED,
}


@transaction.atomic
def ask_for_group(*, actor: Actor, plan: GroupPlan) -> GroupRequest:
    """A group asks to come: a visitor through the site, or a coordinator for who phoned. They are thanked
    by letter. The same plan sent twice is one request. Raises NameMissing or NoWayToAnswer; then nothing
    is kept."""
    if not (plan.group_name.strip() and plan.contact_name.strip()):
        raise NameMissing(_("Write the name of your group and of somebody we can talk to."))
    if not (plan.email.strip() or plan.phone.strip()):
        raise NoWayToAnswer(_("Give an e-mail address or a phone number, so that we can answer."))
    columns = {**asdict(plan), "email": plan.email.strip().lower()}
    programme_id = columns.pop("programme_id")
    same = ("group_name", "email", "phone", "plan")
    sent = GroupRequest.objects.filter(
        organisation_id=actor.organisation_id,
        state=GroupState.NEW,
        **{name: columns[name] for name in same},
    ).first()
    if sent is not None:
        return sent
    here = Programme.objects.filter(
        organisation_id=actor.organisation_id, status=Programme.Status.ACTIVE
    )
    group = GroupRequest.objects.create(
        organisation_id=actor.organisation_id,
        programme=here.filter(pk=programme_id).first(),
        **columns,
    )
    log.record("group.asked", actor=actor, target=group, changes={"kind": group.kind})
    if group.email:
        messaging.write(actor=actor, letter=_letter_to(group, letters.GROUP_THANKS, values={}))
    return group


def usual_words(actor: Actor, group: GroupRequest, answer: str) -> Words:
    """The words of an answer to start from: filled in, but for what is chosen on the same page."""
    kind = LETTER_OF[answer]
    values = {name: f"{{{name}}}" for name in kind.fills}
    return messaging.compose(actor=actor, letter=_letter_to(group, kind, values=values))


@transaction.atomic
def answer_group(*, actor: Actor, group_id: UUID, step: str, answer: GroupAnswer) -> GroupRequest:
    """Say «welcome» (accept), propose another day (other-date) or say kindly that it can’t be (decline),
    with a letter in the coordinator's words.

    More groups in a quarter than can be welcomed well needs a reason. Raises GroupRequest.DoesNotExist,
    NotAllowed, StateConflict, ReasonMissing for what the answer lacks, QuarterFull, or
    texts.UnknownPlaceholder, texts.SubjectUnfit.
    """
    # Two may be agreed at once: the organisation's row makes them stand in line for the quarter.
    Organisation.objects.select_for_update(no_key=True).get(pk=actor.organisation_id)
    group = _lock(actor, group_id)
    target = GROUP.target(step, source=group.state)
    _check(actor, step, answer)
    group.state = target
    group.date_on = answer.date_on if step != "decline" else None
    host = get_membership(actor, answer.host_id) if answer.host_id else None
    group.host, group.note = host, answer.note
    group.over_reason = answer.over_reason.strip() if step == "accept" else ""
    group.alternative = answer.alternative.strip()
    group.answered_on, group.answered_by_id = clock.today(), actor.membership_id
    group.save()
    log.record(f"group.{step}", actor=actor, target=group, changes={"to": group.state})
    if group.email:
        messaging.write(actor=actor, letter=_answer_letter(group, step, answer, host))
    return group


def preview(actor: Actor, group: GroupRequest, step: str, answer: GroupAnswer) -> Words:
    """The answer as it would go out now. Raises as messaging.services.compose."""
    host = get_membership(actor, answer.host_id) if answer.host_id else None
    return messaging.compose(actor=actor, letter=_answer_letter(group, step, answer, host))


def _answer_letter(
    group: GroupRequest, step: str, answer: GroupAnswer, host: Membership | None
) -> messaging.Letter:
    with override(group.language):
        values = {
            "date": date_format(answer.date_on, "l j F Y") if answer.date_on else "",
            "host": host.user.name if host else group.organisation.name,
            "alternative": answer.alternative.strip(),
        }
    words = Words(answer.subject, answer.body)
    return _letter_to(group, LETTER_OF[step], values=values, words=words)


def _check(actor: Actor, step: str, answer: GroupAnswer) -> None:
    """Each answer carries what the group needs to know."""
    if step in {"accept", "other-date"} and answer.date_on is None:
        raise ReasonMissing(_("Choose the day."))
    if step == "decline" and not answer.alternative.strip():
        raise ReasonMissing(_("A no carries an alternative: write what is possible instead."))
    if step == "accept" and answer.date_on and not answer.over_reason.strip():
        quarter = quarter_for(actor, answer.date_on)
        if quarter.is_full:
            raise QuarterFull(
                _("This quarter already welcomes %(agreed)s of %(most)s groups. Choose another quarter, or write why one more can be.")
                % {"agreed": quarter.agreed, "most": quarter.most}
            )  # fmt: skip


@transaction.atomic
def withdraw_group(*, actor: Actor, group_id: UUID) -> GroupRequest:
    """They don’t come after all; the place in the quarter is free again. Raises GroupRequest.DoesNotExist,
    NotAllowed or StateConflict."""
    return _step(actor, _lock(actor, group_id), "withdraw")


@transaction.atomic
def finish_group(*, actor: Actor, group_id: UUID, how_it_went: str) -> GroupRequest:
    """They were here, and how it went, for next time. Raises as `withdraw_group`, and DomainError before
    the day itself."""
    group = _lock(actor, group_id)
    if group.date_on is not None and group.date_on > clock.today():
        raise DomainError(_("This group is still to come."))
    group.how_it_went, group.done_on = how_it_went, _day_of(group)
    return _step(actor, group, "done")


def _day_of(group: GroupRequest) -> date:
    return group.date_on or clock.today()


def _step(actor: Actor, group: GroupRequest, step: str) -> GroupRequest:
    group.state = GROUP.target(step, source=group.state)
    group.save()
    log.record(f"group.{step}", actor=actor, target=group, changes={"to": group.state})
    return group


def _lock(actor: Actor, group_id: UUID) -> GroupRequest:
    group = policies.visible_to(actor).select_for_update(of=("self",)).get(pk=group_id)
    policies.can_answer(actor, group).require()
    return group


def _letter_to(
    group: GroupRequest, kind: LetterKind, *, values: dict[str, str], words: Words | None = None
) -> messaging.Letter:
    """A letter to the contact person, with open places in `words`; who left a phone number alone is
    called."""
    return messaging.Letter(
        address=group.email,
        kind=kind.code,
        language=group.language,
        values={"first_name": group.first_name, **values},
        about_id=group.pk,
        words=words,
        is_open=True,
    )
