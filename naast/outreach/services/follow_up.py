"""The letter to who was there: read and changed by the coordinator, then sent, to each of them once."""

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction

from naast.audit import log
from naast.core import clock
from naast.messaging import services as messaging
from naast.messaging.texts import Words
from naast.organisations.actors import Actor
from naast.outreach import letters
from naast.outreach.models import InfoMeeting, SignUp
from naast.outreach.policies import meetings as policies
from naast.outreach.queries.meetings import lock_meeting
from naast.outreach.services.telling import letter_to, write_to
from naast.outreach.states import SignUpState


def usual_words(actor: Actor, meeting: InfoMeeting, language: str) -> Words:
    """The words to start from: filled in, but for the first name, which differs."""
    letter = messaging.Letter(
        address="",
        kind=letters.FOLLOW_UP.code,
        language=language,
        values={"first_name": "{first_name}", "title": meeting.title},
    )
    return messaging.compose(actor=actor, letter=letter)


def preview(actor: Actor, meeting: InfoMeeting, came: Sequence[SignUp], words: Words) -> Words:
    """The letter as the first of who was there and reads it gets it. Raises as
    messaging.services.compose."""
    language = meeting.organisation.language
    readers = [guest for guest in came if guest.language == language]
    reader = readers[0] if readers else SignUp(name="Noor", language=language)
    letter = letter_to(actor, meeting, reader, letters.FOLLOW_UP, words=words)
    return messaging.compose(actor=actor, letter=letter)


@transaction.atomic
def write_follow_up(*, actor: Actor, meeting_id: UUID, words: Words) -> int:
    """Write to everybody who was there and was not written to yet: in these words, and in the usual ones
    to who reads another language than that of the house. Returns how many letters went out.
    Raises InfoMeeting.DoesNotExist, NotAllowed or texts.UnknownPlaceholder."""
    meeting = lock_meeting(policies.visible_to(actor), meeting_id)
    policies.can_plan(actor).require()
    today, sent = clock.today(), 0
    guests = meeting.sign_ups.filter(state=SignUpState.ATTENDED, followed_up_on__isnull=True)
    for guest in guests:
        own = words if guest.language == meeting.organisation.language else None
        sent += write_to(actor, meeting, guest, letters.FOLLOW_UP, words=own)
    guests.update(followed_up_on=today)
    meeting.followed_up_on = today
    meeting.save(update_fields=["followed_up_on"])
    log.record("meeting.followed-up", actor=actor, target=meeting, changes={"letters": sent})
    return sent
