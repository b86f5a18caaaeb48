"""What people ask about their data: asked, by whom, answered within a month (spec/law part 3)."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.audit import log
from naast.core import clock
from naast.core.errors import DomainError, StateConflict
from naast.messaging.services import tell
from naast.organisations.actors import Actor
from naast.organisations.queries import myself
from naast.organisations.taps import wait_in_line
from naast.people.api import NewPerson, create_person
from naast.people.models import Person
from naast.privacy.inputs import Answer, NewRequest
from naast.privacy.models import RightsRequest
from naast.privacy.policies import rights as policies
from naast.privacy.queries import rights as queries
from naast.privacy.states import (
    ANSWER,
    KNOW,
    REQUEST,
    TAKE_BACK,
    Outcome,
    RequestKind,
    RequestState,
    due_on,
)


@transaction.atomic
def ask(*, actor: Actor, new: NewRequest) -> RightsRequest:
    """Write down a question, with its month. Who asks on their own page is known by that. Twice the same kind while
    the first is open is one question, with the words of both.

    Raises Person.DoesNotExist, NotAllowed, or DomainError for a day to come or a question of nobody.
    """
    person = _person(actor, new)
    policies.can_ask(actor, person).require()
    if new.asked_on > clock.today():
        raise DomainError(_("This day is still to come."))
    is_own = person is not None and person.pk == actor.person_id
    known = _open_already(actor, person, new)
    if known is not None:
        return _asked_again(actor, known, new, is_own=is_own)
    request = RightsRequest.objects.create(
        organisation_id=actor.organisation_id,
        person=person,
        who=new.who.strip(),
        kind=new.kind,
        asked_on=new.asked_on,
        how=new.how,
        words=new.words.strip(),
        due_on=due_on(new.asked_on),
        state=RequestState.KNOWN if is_own else RequestState.ASKED,
        identity=RightsRequest.Identity.SIGNED_IN if is_own else "",
        known_on=clock.today() if is_own else None,
    )
    log.record("rights.asked", actor=actor, target=request, changes={"kind": new.kind})
    return request


def _open_already(actor: Actor, person: Person | None, new: NewRequest) -> RightsRequest | None:
    """The same question that is still open. Of whom we find nothing: the same words about who it was, on that day
    (a form that was sent twice)."""
    rows = queries.open_of(actor, person).filter(kind=new.kind)
    if person is not None:
        return rows.select_for_update(no_key=True).first()
    if actor.membership_id is not None:
        # Two taps at once queue here.
        wait_in_line(actor)
    same = (each for each in rows.filter(asked_on=new.asked_on) if each.who == new.who.strip())
    return next(same, None)


def _asked_again(
    actor: Actor, known: RightsRequest, new: NewRequest, *, is_own: bool
) -> RightsRequest:
    """What they add is kept; and who asks it on their own page is known by that."""
    added = new.words.strip()
    is_known_now = is_own and known.state == RequestState.ASKED
    if added in known.words and not is_known_now:
        return known
    if added not in known.words:
        known.words = f"{known.words}\n\n{added}".strip()
    if is_known_now:
        known.state = REQUEST.target(KNOW, source=known.state)
        known.identity, known.known_on = RightsRequest.Identity.SIGNED_IN, clock.today()
    known.save(update_fields=["words", "state", "identity", "known_on"])
    log.record("rights.asked", actor=actor, target=known, changes={"kind": new.kind})
    return known


@transaction.atomic
def ask_for_myself(*, actor: Actor, new: NewRequest) -> RightsRequest:
    """A question of the actor about their own data. A colleague who is no person here becomes one with that, so that
    what they ask has somebody. Raises Membership.DoesNotExist, or as `ask`."""
    if queries.myself(actor) is None:
        actor = replace(actor, person_id=_made_person(actor).pk)
    return ask(actor=actor, new=replace(new, person_id=actor.person_id))


def _made_person(actor: Actor) -> Person:
    # Two taps at once queue here.
    mine = myself(actor).select_related("organisation").select_for_update(of=("self",)).get()
    known = Person.objects.filter(pk=mine.person_id).first() if mine.person_id else None
    if known is not None:
        return known
    given, _space, family = (mine.user.name or mine.user.email).partition(" ")
    person = create_person(
        actor=Actor.system(mine.organisation, reason="asked about own data"),
        new=NewPerson(given_name=given, family_name=family, email=mine.user.email),
    )
    Person.objects.filter(pk=person.pk).update(user=mine.user)
    mine.person_id = person.pk
    mine.save(update_fields=["person_id"])
    return person


def _person(actor: Actor, new: NewRequest) -> Person | None:
    if new.person_id is None:
        if not new.who.strip():
            raise DomainError(_("Choose who asks, or write down who it was."))
        return None
    here = Person.objects.filter(organisation_id=actor.organisation_id, erased_on__isnull=True)
    # The same question twice at once queues here.
    return here.select_for_update(of=("self",), no_key=True).get(pk=new.person_id)


@transaction.atomic
def know_who(*, actor: Actor, request_id: UUID, identity: str) -> RightsRequest:
    """We know that it is really them who asks: how, and since when. Raises RightsRequest.DoesNotExist, NotAllowed
    or StateConflict."""
    request = queries.lock(actor, request_id)
    policies.can_answer(actor, request).require()
    request.state = REQUEST.target(KNOW, source=request.state)
    request.identity = RightsRequest.Identity(identity)
    request.known_on, request.known_by_id = clock.today(), actor.membership_id
    request.save(update_fields=["state", "identity", "known_on", "known_by"])
    log.record("rights.known", actor=actor, target=request, changes={"how": identity})
    return request


@transaction.atomic
def ask_more_time(*, actor: Actor, request_id: UUID, why: str) -> RightsRequest:
    """Two months more, once, and only when the person hears so within the first month: they are told now.

    Raises RightsRequest.DoesNotExist, NotAllowed, StateConflict, or DomainError without a reason.
    """
    request = queries.lock(actor, request_id)
    policies.can_answer(actor, request).require()
    if not request.is_open or request.extended_on is not None:
        raise StateConflict(_("More time was asked already, or the question was answered."))
    if clock.today() > request.due_on:
        raise StateConflict(
            _("The first month is over: more time can’t be asked any more. Answer now.")
        )
    if not why.strip():
        raise DomainError(_("Say why it takes longer: the person reads it."))
    request.extended_on, request.extended_why = clock.today(), why.strip()
    request.due_on = due_on(request.asked_on, is_extended=True)
    request.save(update_fields=["extended_on", "extended_why", "due_on"])
    log.record("rights.more-time", actor=actor, target=request)
    _tell(actor, request)
    return request


@transaction.atomic
def answer(*, actor: Actor, request_id: UUID, given: Answer) -> RightsRequest:
    """The answer, in words for the person. A question that was not (wholly) followed says why in them.

    Raises RightsRequest.DoesNotExist, NotAllowed, StateConflict (also when we don't know yet who asks), or
    DomainError without words, without what is right now for a correction, or for «done» when it was not done.
    """
    request = queries.lock(actor, request_id)
    policies.can_answer(actor, request).require()
    if request.state == RequestState.ASKED:
        raise StateConflict(_("Make sure first that it is really them who asks."))
    state = REQUEST.target(ANSWER, source=request.state)
    if not given.words.strip():
        raise DomainError(_("Write an answer that the person can read."))
    _require_done(request, given)
    is_correction = request.kind == RequestKind.RECTIFICATION and given.outcome != "not_done"
    if is_correction and not given.corrected.strip():
        raise DomainError(_("Say what is right now. Don’t write down what was wrong."))
    request.state, request.outcome, request.answer = state, given.outcome, given.words.strip()
    request.corrected = given.corrected.strip()
    request.answered_on, request.answered_by_id = clock.today(), actor.membership_id
    request.save(
        update_fields=["state", "outcome", "answer", "corrected", "answered_on", "answered_by"]
    )
    changes = {"outcome": given.outcome, "days": (clock.today() - request.asked_on).days}
    log.record("rights.answered", actor=actor, target=request, changes=changes)
    _tell(actor, request)
    return request


def _require_done(request: RightsRequest, given: Answer) -> None:
    """Nobody reads «done» about what can be seen not to be. Raises DomainError."""
    person = request.person
    if given.outcome != Outcome.DONE or person is None or person.erased_on is not None:
        return
    if request.kind == RequestKind.ERASURE:
        raise DomainError(
            _("Nothing was erased yet. Erase first; or say what you did not do, and why.")
        )
    if request.kind == RequestKind.RESTRICTION and person.restricted_on is None:
        raise DomainError(
            _("The mark «not used for now» is not there yet. Set it first, on the page before.")
        )


@transaction.atomic
def take_back(*, actor: Actor, request_id: UUID) -> RightsRequest:
    """Who asked changes their mind. Raises RightsRequest.DoesNotExist, NotAllowed or StateConflict."""
    request = queries.lock(actor, request_id)
    policies.can_take_back(actor, request).require()
    request.state = REQUEST.target(TAKE_BACK, source=request.state)
    request.save(update_fields=["state"])
    log.record("rights.taken-back", actor=actor, target=request)
    return request


@transaction.atomic
def set_restricted(*, actor: Actor, person_id: UUID, on: bool) -> Person:
    """Keep what we have and don't use it for now: in no list that goes out, in no suggestion for a match; or lift
    that mark, and then the person hears so (GDPR art. 18.3). Twice the same is once. Raises Person.DoesNotExist or
    NotAllowed."""
    here = Person.objects.filter(organisation_id=actor.organisation_id, erased_on__isnull=True)
    person = here.select_for_update(of=("self",), no_key=True).get(pk=person_id)
    policies.can_restrict(actor, person).require()
    if (person.restricted_on is not None) == on:
        return person
    person.restricted_on = localdate(clock.now()) if on else None
    person.save(update_fields=["restricted_on"])
    kind = "person.restricted" if on else "person.no-longer-restricted"
    log.record(kind, actor=actor, target=person)
    if not on:
        _tell_lifted(actor, person)
    return person


def _tell_lifted(actor: Actor, person: Person) -> None:
    if person.user is None:
        return
    tell(
        actor=actor,
        user=person.user,
        kind="privacy.used-again",
        subject=gettext_lazy("Something changed about your data"),
        body=gettext_lazy(
            "From today we use your data again, as before. Don’t you agree? Tell us on your own page."
        ),
        url=actor.url("privacy:my_data"),
    )


def _tell(actor: Actor, request: RightsRequest) -> None:
    if request.person is None or request.person.user is None:
        return
    tell(
        actor=actor,
        user=request.person.user,
        kind="privacy.answer",
        subject=gettext_lazy("There is an answer for you"),
        body=gettext_lazy("You asked something about your data. Read our answer on your own page."),
        url=actor.url("privacy:my_data"),
    )


def is_late(request: RightsRequest, *, day: date) -> bool:
    """Whether the month is over without an answer."""
    return request.is_open and day > request.due_on
