"""Somebody noticed something: stored once, told to who reads it, and never with a word of what it is."""

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _later

from naast.audit import log
from naast.companionship.models import Match
from naast.companionship.states import LIVING_STATES
from naast.core import clock
from naast.core.errors import NotAllowed, StateConflict
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation
from naast.people.models import Person
from naast.programmes.models import Programme
from naast.signals import later, rules
from naast.signals.inputs import Noticed, Who
from naast.signals.models import Signal
from naast.signals.policies import own as policies
from naast.signals.queries.readers import readers_of_signal
from naast.signals.services import chain
from naast.signals.services.telling import MOST_TOLD, Words, tell_member
from naast.signals.states import ASPECTS, Kind, Level, State, path_of

RAISED = Words(
    _later("There is something new in Naast for you to read"),
    _later("Somebody passed something on. Sign in to Naast to read it."),
)
RAISED_SOON = Words(
    _later("There is something in Naast for you to read today"),
    _later("Somebody passed something on that can’t wait. Sign in to Naast to read it."),
)


def raise_signal(*, actor: Actor, noticed: Noticed) -> Signal:
    """Keep what the actor noticed themselves and tell who reads it that there is something (S3-13, S0-49).

    What arrives twice with the same `client_key` is stored once: the second time gives the first signal. Raises
    NotAllowed, or StateConflict when the key belongs to somebody else’s signal.
    """
    policies.can_raise(actor).require()
    _check_match(actor, noticed.match)
    as_person = policies.tells_as_person(actor)
    signal = Signal(
        reporter_id=actor.person_id if as_person else None,
        entered_by_id=None if as_person else actor.membership_id,
        about=_about(actor, noticed.match),
        programme_id=noticed.match.programme_id
        if noticed.match is not None
        else _only_programme(actor.organisation_id, actor.person_id),
    )
    return _store_once(actor, signal, noticed)


def write_down(*, actor: Actor, person: Person, who: Who, noticed: Noticed) -> Signal:
    """Staff write down what this person, or somebody around them, told them; or what they noticed about this
    person themselves. Raises as `raise_signal`."""
    policies.can_write_down(actor, person).require()
    told = who == Who.PERSON
    signal = Signal(
        reporter=person if told else None,
        entered_by_id=actor.membership_id,
        about=None if told else person,
        programme_id=_only_programme(actor.organisation_id, person.pk),
    )
    return _store_once(actor, signal, noticed)


def _check_match(actor: Actor, match: Match | None) -> None:
    if match is not None and not policies.matches_to_name(actor).filter(pk=match.pk).exists():
        raise NotAllowed(_("Choose one of the people you stand beside."))


def _about(actor: Actor, match: Match | None) -> Person | None:
    """The other one of the two; the participant, when the actor is neither."""
    if match is None:
        return None
    return match.volunteer if match.participant_id == actor.person_id else match.participant


def _only_programme(organisation_id: UUID, person_id: UUID | None) -> UUID | None:
    """The programme somebody takes part in, when there is just one: its coordinator reads along."""
    if person_id is None:
        return None
    living = [str(state) for state in LIVING_STATES]
    takes_part = Q(engagements__person_id=person_id, engagements__ended_on__isnull=True)
    takes_part |= Q(matches__participant_id=person_id, matches__state__in=living)
    found = Programme.objects.filter(takes_part, organisation_id=organisation_id)
    ids = list(found.values_list("pk", flat=True).distinct()[:2])
    return ids[0] if len(ids) == 1 else None


def _store_once(actor: Actor, signal: Signal, noticed: Noticed) -> Signal:
    known = _stored(actor, noticed.client_key)
    if known is not None:
        return known
    try:
        return _store(actor, signal, noticed)
    except IntegrityError:
        # The phone sent it twice at the same moment: the other one was a hair quicker.
        known = _stored(actor, noticed.client_key)
        if known is None:
            raise
        return known


def _stored(actor: Actor, client_key: UUID | None) -> Signal | None:
    """The signal with this key, when it was told by the same people."""
    if client_key is None:
        return None
    rows = Signal.objects.filter(organisation_id=actor.organisation_id, client_key=client_key)
    found = rows.first()
    if found is None:
        return None
    if actor.membership_id == found.entered_by_id is not None:
        return found
    if actor.person_id == found.reporter_id is not None:
        return found
    raise StateConflict(_("This was sent already, by somebody else. Open the form again."))


@transaction.atomic
def _store(actor: Actor, signal: Signal, noticed: Noticed) -> Signal:
    now = clock.now()
    _fill(signal, noticed)
    signal.organisation_id = actor.organisation_id
    signal.path = path_of(
        noticed.kind,
        only_contact_person=noticed.only_contact_person,
        danger=signal.danger,
    )
    signal.state, signal.state_since = State.NEW, now
    signal.due_at = _due_at(actor, noticed, now)
    signal.save(force_insert=True)
    # No kind and no words: whoever reads the history learns only that there is a signal.
    log.record("signal.raised", actor=actor, target=signal)
    _tell_readers(actor, signal)
    chain.tell_at_odd_hours(actor, signal, now=now)
    later.look_again(signal)
    return signal


def _fill(signal: Signal, noticed: Noticed) -> None:
    for name in ("saw", "told_to_me", "thinks", "goes_well", "who_knows", "wants"):
        setattr(signal, name, getattr(noticed, name).strip())
    for name in ("kind", "seen_on", "person_knows", "may_name", "match", "colleague", "client_key"):
        setattr(signal, name, getattr(noticed, name))
    choices = ASPECTS.get(noticed.kind)
    signal.aspect = noticed.aspect if choices and noticed.aspect in choices.values else ""
    signal.level = signal.level_proposed = noticed.level
    signal.danger = noticed.level == Level.NOW


def _due_at(actor: Actor, noticed: Noticed, now: datetime) -> datetime | None:
    country = Organisation.objects.values_list("country", flat=True).get(pk=actor.organisation_id)
    due = rules.due_at(noticed.level, since=now, country=country)
    return rules.talk_due_at(now) if due is None and noticed.kind == Kind.FAVOUR else due


def _tell_readers(actor: Actor, signal: Signal) -> None:
    words = RAISED_SOON if signal.level >= Level.TODAY else RAISED
    for member in readers_of_signal(signal).members[:MOST_TOLD]:
        tell_member(actor, member, signal, words)
