"""A letter about attendance: asked by the volunteer in writing, given to them, and sent to nobody (S1-15)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.accounts.models import User
from naast.audit import log
from naast.core import clock
from naast.core.errors import DomainError
from naast.messaging.services import tell
from naast.organisations.actors import Actor
from naast.people.api import lock_person
from naast.privacy.models import AttendanceLetter
from naast.privacy.policies import consents as policies


@dataclass(frozen=True, slots=True)
class Asked:
    """What the volunteer asked: about which period, for whom, on which day and how."""

    for_whom: str
    from_on: date
    until_on: date
    how: str
    asked_on: date


@transaction.atomic
def ask(*, actor: Actor, person_id: UUID, asked: Asked) -> AttendanceLetter:
    """Write down the request. The volunteer asks on their own screen; a coordinator writes down a request that lies
    before them, on paper or by mail, and nothing else. The same letter asked twice on a day is asked once.

    Raises Person.DoesNotExist, NotAllowed, or DomainError for days that can't be.
    """
    person = lock_person(actor, person_id)
    policies.can_ask_letter(actor, person).require()
    is_own = actor.person_id == person.pk
    if is_own != (asked.how == AttendanceLetter.How.ON_SCREEN):
        raise DomainError(_("Say how the volunteer asked it in writing: on paper or by mail."))
    today = clock.today()
    if not asked.from_on <= asked.until_on <= today or asked.asked_on > today:
        raise DomainError(_("Choose days in their order, and none that is still to come."))
    # The row of the person is locked: a second tap waits there, and finds the first.
    same = AttendanceLetter.objects.filter(
        person=person,
        asked_on=asked.asked_on,
        how=asked.how,
        from_on=asked.from_on,
        until_on=asked.until_on,
    )
    before = next((each for each in same if each.for_whom == asked.for_whom.strip()), None)
    if before is not None:
        return before
    made = AttendanceLetter.objects.create(
        organisation_id=person.organisation_id,
        person=person,
        asked_on=asked.asked_on,
        how=asked.how,
        for_whom=asked.for_whom.strip(),
        from_on=asked.from_on,
        until_on=asked.until_on,
        written_by_id=None if is_own else actor.membership_id,
    )
    log.record(
        "attendance.asked",
        actor=actor,
        target=person,
        changes={"letter": str(made.pk), "how": asked.how},
    )
    if not is_own and person.user is not None:
        _tell(actor, person.user)
    return made


def _tell(actor: Actor, user: User) -> None:
    """The volunteer hears of every request that staff wrote down in their name."""
    tell(
        actor=actor,
        user=user,
        kind="attendance.asked",
        subject=gettext_lazy("We wrote down that you asked for something"),
        body=gettext_lazy("The page says what it is. Did you not ask for it? Tell us at once."),
        url=actor.url("privacy:my_attendance"),
    )
