"""Who comes to a meeting: signing up, taking a place, cancelling, being there."""

from dataclasses import asdict, replace
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from naast.audit import log
from naast.core import clock
from naast.core.errors import StateConflict
from naast.organisations.actors import Actor
from naast.outreach import letters
from naast.outreach.inputs import Guest
from naast.outreach.models import InfoMeeting, SignUp
from naast.outreach.policies import meetings as policies
from naast.outreach.queries.meetings import free_seats, lock_meeting
from naast.outreach.services.telling import write_to
from naast.outreach.services.waiting import move_up, take
from naast.outreach.states import SignUpState
from naast.recruitment.inputs import NewApplication
from naast.recruitment.models import CameBy
from naast.recruitment.services.arrivals import NameMissing, NoWayToAnswer, apply

STEPS_OF_STAFF = frozenset({"confirm", "cancel", "attend", "miss"})


@transaction.atomic
def sign_up(*, actor: Actor, meeting_id: UUID, guest: Guest) -> SignUp:
    """Somebody comes: on the list while there are chairs, otherwise on the waiting list; at the door, once
    it has begun, they simply are there. They get a letter with their own link.

    The same address or number twice is one sign-up, and the letter goes out again: whoever asks can't
    learn who was there already. Raises InfoMeeting.DoesNotExist, NotAllowed, NameMissing or NoWayToAnswer.
    """
    meeting = lock_meeting(
        InfoMeeting.objects.filter(organisation_id=actor.organisation_id), meeting_id
    )
    now = clock.now()
    policies.can_sign_up(actor, meeting, now=now).require()
    guest = _checked(guest)
    key = guest.email or guest.phone
    there = meeting.sign_ups.exclude(state=SignUpState.CANCELLED).filter(contact_key=key).first()
    if there is None:
        move_up(actor=actor, meeting=meeting, now=now)
        has_begun = meeting.starts_at <= now
        there = SignUp.objects.create(
            organisation_id=actor.organisation_id,
            meeting=meeting,
            state=SignUpState.ATTENDED if has_begun else _first_state(meeting, guest),
            contact_key=key,
            entered_by_id=actor.membership_id,
            **asdict(guest),
        )
        log.record("meeting.signed-up", actor=actor, target=there, changes={"state": there.state})
    _write_where_it_stands(actor, meeting, there)
    return there


def _checked(guest: Guest) -> Guest:
    """One spelling for an address and a number; without either nobody can answer."""
    name, email, phone = guest.name.strip(), guest.email.strip().lower(), guest.phone.strip()
    if not name:
        raise NameMissing(_("What may we call you? A first name is enough."))
    if not (email or phone):
        raise NoWayToAnswer(_("Give an e-mail address or a phone number, so that we can answer."))
    return replace(guest, name=name, email=email, phone=phone)


def _first_state(meeting: InfoMeeting, guest: Guest) -> SignUpState:
    free = free_seats(meeting)
    has_room = free is None or free >= 1 + guest.brings
    return SignUpState.CONFIRMED if has_room else SignUpState.WAITING


LETTER_OF = {
    SignUpState.CONFIRMED: letters.CONFIRMED,
    SignUpState.WAITING: letters.WAITING,
    SignUpState.OFFERED: letters.OFFER,
}


def _write_where_it_stands(actor: Actor, meeting: InfoMeeting, there: SignUp) -> None:
    kind = LETTER_OF.get(SignUpState(there.state))
    if kind is not None:
        write_to(actor, meeting, there, kind)


@transaction.atomic
def answer_own(*, actor: Actor, sign_up_id: UUID, step: str) -> SignUp:
    """A guest takes the place that came free («confirm») or does not come («cancel»), through their own
    link. A free place goes on to the next one at once.

    An offer that was not answered in time is gone: then the sign-up comes back cancelled, and nothing is
    raised. Raises SignUp.DoesNotExist or StateConflict.
    """
    found = SignUp.objects.get(organisation_id=actor.organisation_id, pk=sign_up_id)
    return _step(actor, found, step)


@transaction.atomic
def take_step(*, actor: Actor, sign_up_id: UUID, step: str) -> SignUp:
    """A coordinator writes down what a guest said or that they were there (STEPS_OF_STAFF). Raises
    SignUp.DoesNotExist, NotAllowed or StateConflict."""
    found = policies.sign_ups_visible_to(actor).get(pk=sign_up_id)
    policies.can_plan(actor).require()
    return _step(actor, found, step)


def _step(actor: Actor, found: SignUp, step: str) -> SignUp:
    meeting = lock_meeting(InfoMeeting.objects.all(), found.meeting_id)
    now = clock.now()
    _refuse_outside_time(meeting, step)
    move_up(actor=actor, meeting=meeting, now=now)
    row = SignUp.objects.select_for_update().get(pk=found.pk)
    lapsed = found.state == SignUpState.OFFERED and row.state == SignUpState.CANCELLED
    if lapsed or (step == "cancel" and row.state == SignUpState.CANCELLED):
        return row
    take(actor, row, step)
    if step == "confirm":
        write_to(actor, meeting, row, letters.CONFIRMED)
    move_up(actor=actor, meeting=meeting, now=now)
    return row


def _refuse_outside_time(meeting: InfoMeeting, step: str) -> None:
    """Coming or not is said before the start, being there is ticked off from that day on."""
    if meeting.cancelled_at is not None:
        raise StateConflict(_("This meeting was cancelled."))
    now = clock.now()
    if step in {"attend", "miss"} and localdate(meeting.starts_at) > localdate(now):
        raise StateConflict(_("This meeting is still to come."))
    if step in {"confirm", "cancel"} and meeting.starts_at <= now:
        raise StateConflict(_("This meeting has begun already."))


@transaction.atomic
def make_application(*, actor: Actor, sign_up_id: UUID, programme_id: UUID) -> SignUp:
    """Somebody who was there would like to volunteer: an application with what we know of them, through
    the channel of the meeting. Twice is the same as once.

    Raises SignUp.DoesNotExist, NotAllowed, StateConflict for who was not there, or as recruitment's apply.
    """
    guest = (
        policies.sign_ups_visible_to(actor)
        .select_for_update(of=("self",))
        .select_related("meeting__channel")
        .get(pk=sign_up_id)
    )
    policies.can_plan(actor).require()
    if guest.application_id is not None:
        return guest
    if guest.state != SignUpState.ATTENDED:
        raise StateConflict(_("Tick off first that this person was there."))
    given, _space, family = guest.name.partition(" ")
    meeting = guest.meeting
    guest.application = apply(
        actor=actor,
        new=NewApplication(
            programme_id=programme_id,
            given_name=given,
            family_name=family,
            email=guest.email,
            phone=guest.phone,
            language=guest.language,
            came_by=CameBy.MEETING,
            channel_code=meeting.channel.code if meeting.channel else "",
            via=meeting.title,
        ),
    )
    guest.save(update_fields=["application"])
    log.record("meeting.guest-applied", actor=actor, target=guest)
    return guest
