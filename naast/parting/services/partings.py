"""Writes about saying goodbye: begin, hear, talk, decide (S1-215 to S1-217, S1-276, B21)."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from dateutil.relativedelta import relativedelta
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.appreciation.models import Letter
from naast.appreciation.services.letters import take_along
from naast.audit import log
from naast.core import clock
from naast.core.errors import Incomplete, NotAllowed, StateConflict
from naast.messaging.services import tell
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.organisations.queries import colleagues
from naast.parting.inputs import OwnWish, PartingTalk
from naast.parting.models import Invitation, Parting, PartingReason
from naast.parting.policies import partings as policies
from naast.parting.states import (
    GO_ON,
    OPEN_STATES,
    OWN_REASONS,
    Better,
    PartingKind,
    PartingState,
    Reason,
    table_of,
)
from naast.people.api import lock_person
from naast.people.models import Person, VolunteerProfile

A_YEAR = relativedelta(years=1)
MOST_COORDINATORS = 5


def lock_parting(actor: Actor, parting_id: UUID) -> Parting:
    """One for staff, locked until the transaction ends. Raises Parting.DoesNotExist."""
    rows = policies.visible_to(actor).select_related("person__user")
    return rows.select_for_update(of=("self",), no_key=True).get(pk=parting_id)


def lock_to_arrange(actor: Actor, parting_id: UUID) -> Parting:
    """The same, for a coordinator, while it is open. Raises Parting.DoesNotExist, NotAllowed or StateConflict."""
    parting = lock_parting(actor, parting_id)
    policies.can_arrange(actor, parting.person).require()
    require_open(parting)
    return parting


def require_open(parting: Parting) -> None:
    """Raises StateConflict once it is closed."""
    if parting.state not in OPEN_STATES:
        raise StateConflict(_("This is closed: it stays as it was."))


def move(actor: Actor, parting: Parting, step: str, **changes: object) -> None:
    """One step of the state table, with these other changes. Raises StateConflict."""
    parting.state = table_of(parting.kind).target(step, source=parting.state)
    parting.state_since = clock.now()
    for name, value in changes.items():
        setattr(parting, name, value)
    parting.save(
        update_fields=["state", "state_since", *(name.removesuffix("_id") for name in changes)]
    )
    log.record(
        f"parting.{step}",
        actor=actor,
        target=parting,
        changes={"person": str(parting.person_id), "kind": parting.kind},
    )


@transaction.atomic
def open_parting(
    *, actor: Actor, person_id: UUID, kind: str, talk_planned_on: date | None = None
) -> Parting:
    """Begin to say goodbye to a volunteer, or to talk about it. One at a time.

    Raises Person.DoesNotExist, NotAllowed, or StateConflict when one is open, or when this person is no
    volunteer here (a goodbye on our initiative is for who is still there).
    """
    person = lock_person(actor, person_id)
    policies.can_arrange(actor, person).require()
    profile = VolunteerProfile.objects.filter(person=person).first()
    is_ours = kind == PartingKind.ORGANISATION
    if profile is None or (is_ours and profile.status == VolunteerProfile.Status.FORMER):
        raise StateConflict(_("This person is not a volunteer here any more."))
    return _open(actor, person, kind, talk_planned_on)


def _open(actor: Actor, person: Person, kind: str, talk_planned_on: date | None) -> Parting:
    if Parting.objects.filter(person=person, state__in=OPEN_STATES).exists():
        raise StateConflict(_("A goodbye is being prepared already: go on with that one."))
    parting = Parting.objects.create(
        organisation_id=person.organisation_id,
        person=person,
        kind=kind,
        state_since=clock.now(),
        talk_planned_on=talk_planned_on,
        opened_by_id=actor.membership_id if actor.person_id != person.pk else None,
    )
    log.record(
        "parting.opened",
        actor=actor,
        target=parting,
        changes={"person": str(person.pk), "kind": kind},
    )
    return parting


@transaction.atomic
def say_stop(*, actor: Actor, wish: OwnWish) -> Parting:
    """The volunteer says they would like to stop; nothing ends yet. The coordinators hear that somebody would
    like to talk. Saying it again changes what was said. Raises NotAllowed, or StateConflict while we asked for
    a talk ourselves."""
    if actor.person_id is None or not actor.has(Function.VOLUNTEER):
        raise NotAllowed(_("Only a volunteer can do this."))
    person = lock_person(actor, actor.person_id)
    parting = Parting.objects.filter(person=person, state__in=OPEN_STATES).first()
    if parting is not None and parting.is_ours:
        raise StateConflict(_("We asked you for a talk. Say there how you see it."))
    is_new = parting is None
    if parting is None:
        parting = _open(actor, person, PartingKind.OWN_WISH, None)
    write_wish(actor, parting, wish, allowed=OWN_REASONS)
    log.record("parting.own-words", actor=actor, target=parting)
    if is_new:
        _tell_coordinators(actor, parting)
    return parting


@transaction.atomic
def change_mind(*, actor: Actor) -> None:
    """The volunteer stays after all, as long as the goodbye was only their own wish. Raises Parting.DoesNotExist
    or StateConflict."""
    rows = policies.own_of(actor).exclude(kind=PartingKind.ORGANISATION)
    parting = rows.select_for_update(of=("self",)).get()
    move(actor, parting, GO_ON, closed_on=clock.today())


def write_wish(actor: Actor, parting: Parting, wish: OwnWish, *, allowed: Iterable[str]) -> None:
    """What somebody says about why and what next; letters they would like are asked for. Part of a transaction."""
    parting.reason_words = wish.reason_words.strip()
    parting.better = [code for code in wish.better if code in Better.values]
    parting.better_words = wish.better_words.strip()
    parting.wants_letter, parting.wants_certificate = wish.wants_letter, wish.wants_certificate
    parting.save(
        update_fields=[
            "reason_words",
            "better",
            "better_words",
            "wants_letter",
            "wants_certificate",
        ]
    )
    _write_reasons(parting, [code for code in wish.reasons if code in tuple(allowed)])
    _write_invitation(parting, wish.come_back)
    wanted = {
        Letter.Kind.REFERENCE: wish.wants_letter,
        Letter.Kind.CERTIFICATE: wish.wants_certificate,
    }
    kinds = [kind for kind, is_wanted in wanted.items() if is_wanted]
    take_along(actor=actor, person=parting.person, kinds=kinds)


def _write_reasons(parting: Parting, codes: list[str]) -> None:
    parting.reasons.all().delete()
    PartingReason.objects.bulk_create(
        PartingReason(organisation_id=parting.organisation_id, parting=parting, code=code)
        for code in dict.fromkeys(codes)
    )


def _write_invitation(parting: Parting, wanted: bool) -> None:
    """The dated yes to a yearly word, or none."""
    if not wanted:
        Invitation.objects.filter(parting=parting).delete()
        return
    Invitation.objects.get_or_create(
        parting=parting,
        defaults={
            "organisation_id": parting.organisation_id,
            "agreed_on": clock.today(),
            "next_on": clock.today() + A_YEAR,
        },
    )


def _tell_coordinators(actor: Actor, parting: Parting) -> None:
    for membership in colleagues(actor, Function.COORDINATOR)[:MOST_COORDINATORS]:
        tell(
            actor=actor,
            user=membership.user,
            kind="parting.wish",
            subject=gettext_lazy("Somebody would like to talk about stopping"),
            body=gettext_lazy(
                "A volunteer thinks of stopping. Plan a talk: say goodbye well, or find together what would make them stay."
            ),
            url=actor.url("parting:parting", parting_id=parting.pk),
        )


@transaction.atomic
def write_down(*, actor: Actor, parting_id: UUID, wish: OwnWish) -> Parting:
    """A coordinator writes down what the volunteer said about why, what could be better, and what next.
    Raises Parting.DoesNotExist, NotAllowed or StateConflict."""
    parting = lock_to_arrange(actor, parting_id)
    write_wish(actor, parting, wish, allowed=Reason.values)
    log.record("parting.words-written-down", actor=actor, target=parting)
    return parting


@transaction.atomic
def plan_talk(*, actor: Actor, parting_id: UUID, day: date) -> Parting:
    """The talk is on that day. Raises Parting.DoesNotExist, NotAllowed or StateConflict."""
    parting = lock_to_arrange(actor, parting_id)
    parting.talk_planned_on = day
    parting.save(update_fields=["talk_planned_on"])
    log.record("parting.talk-planned", actor=actor, target=parting)
    return parting


@transaction.atomic
def note_talk(*, actor: Actor, parting_id: UUID, talk: PartingTalk) -> Parting:
    """We talked: what was said; on our initiative also how the volunteer reacted, and only once they could read
    everything. Once two colleagues decided on it, it stays. Raises Parting.DoesNotExist, NotAllowed, StateConflict or
    Incomplete."""
    parting = lock_to_arrange(actor, parting_id)
    if parting.is_ours and parting.state == PartingState.OPEN:
        raise StateConflict(_("First the volunteer reads what it is about. Then you talk."))
    if parting.state == PartingState.AGREED:
        raise StateConflict(_("Two colleagues decided on this: what was said stays as it was."))
    missing = {}
    if talk.talk_on > clock.today():
        missing["talk_on"] = _("Choose today or a day in the past.")
    elif parting.is_ours and talk.talk_on < localdate(parting.state_since):
        missing["talk_on"] = _("The volunteer reads it first: choose that day or a later one.")
    if not talk.words.strip():
        missing["words"] = _("Write in a few words what was said.")
    if parting.is_ours and not talk.reaction.strip():
        missing["reaction"] = _("Write how the volunteer reacted.")
    if missing:
        raise Incomplete(missing)
    parting.talk_on = talk.talk_on
    parting.talk_words, parting.reaction = talk.words.strip(), talk.reaction.strip()
    parting.save(update_fields=["talk_on", "talk_words", "reaction"])
    log.record("parting.talked", actor=actor, target=parting)
    return parting


@transaction.atomic
def go_on(*, actor: Actor, parting_id: UUID, words: str) -> Parting:
    """Nobody parts: we go on, with what was agreed. Also a colleague who looks along may say so.

    Raises Parting.DoesNotExist, NotAllowed, StateConflict or Incomplete.
    """
    parting = lock_parting(actor, parting_id)
    if not actor.is_coordinator:
        policies.can_look_along(actor, parting).require()
    if not words.strip():
        raise Incomplete({"decision": _("Write what you agreed to go on with.")})
    move(actor, parting, GO_ON, closed_on=clock.today(), decision=words.strip())
    if parting.is_ours and parting.person.user is not None:
        tell(
            actor=actor,
            user=parting.person.user,
            kind="parting.goes-on",
            subject=gettext_lazy("We go on together"),
            body=gettext_lazy(
                "We talked, and we go on. Your coordinator tells you what we agreed."
            ),
            url=actor.url("desk:volunteer_home"),
        )
    return parting
