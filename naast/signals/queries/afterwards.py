"""What comes after something private came out, unless who decides takes it away (S0-15)."""

from datetime import timedelta
from typing import Final

from django.db.models import QuerySet

from naast.agreements.models import Copy, DocumentKind
from naast.agreements.states import CopyState
from naast.core import clock
from naast.organisations.models import Membership
from naast.people.models import Person
from naast.signals.models import Signal
from naast.signals.queries.readers import volunteer_of

# The form says «within two weeks»; the middle of it leaves room on both sides.
TALK_IN: Final = timedelta(days=7)


def has_signed_text(person: Person) -> bool:
    """Whether they signed what stays between us, and it is read again from time to time."""
    return Copy.objects.filter(
        organisation_id=person.organisation_id,
        person=person,
        state=CopyState.SIGNED,
        version__document__kind=DocumentKind.SECRECY,
        version__document__retired_on__isnull=True,
        holds_until__isnull=False,
    ).exists()


def proposed(signal: Signal, leaders: QuerySet[Membership]) -> dict[str, object]:
    """What the form to decide begins with: reading the text again, and a talk with who leads the programme. Nothing
    where no volunteer is concerned."""
    person = volunteer_of(signal)
    if person is None:
        return {}
    leading = signal.programme.coordinator_id if signal.programme is not None else None
    return {
        "refresh": has_signed_text(person),
        "talk_on": clock.today() + TALK_IN,
        "talk_led_by": leaders.filter(pk=leading).first() if leading else None,
    }
