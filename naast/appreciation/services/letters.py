"""Letters of reference: asked by the volunteer, written by a coordinator, agreed by both (S1-176)."""

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from naast.appreciation import policies
from naast.appreciation.errors import TooMany, WordsMissing
from naast.appreciation.models import Letter, LetterState
from naast.appreciation.states import LETTER
from naast.audit import log
from naast.core import clock
from naast.core.errors import NotAllowed
from naast.messaging.services import tell
from naast.organisations.actors import Actor
from naast.organisations.models import Function, Organisation
from naast.organisations.queries import colleagues
from naast.people.api import lock_person
from naast.people.models import Person

# So many coordinators hear of a letter that was asked for.
TOLD = 5


@transaction.atomic
def ask(*, actor: Actor, kind: str, aim: str, language: str) -> Letter:
    """A volunteer asks for a letter. Raises NotAllowed, or TooMany while the same one is on its way."""
    if actor.person_id is None:
        raise NotAllowed
    person = lock_person(actor, actor.person_id)
    if not hasattr(person, "volunteer"):
        raise NotAllowed(_("Only volunteers ask for a letter."))
    letter = _asked(actor, person, kind, aim=aim, language=language)
    for membership in colleagues(actor, Function.COORDINATOR)[:TOLD]:
        tell(
            actor=actor,
            user=membership.user,
            kind="letter-asked",
            subject=_("A volunteer asks for a letter"),
            body=_("Naast fills in what is recorded; you add your own words."),
            url=actor.url("appreciation:write_letter", letter_id=letter.pk),
        )
    return letter


@transaction.atomic
def ask_for(*, actor: Actor, person_id: UUID, kind: str, aim: str, language: str) -> Letter:
    """A coordinator writes down that a volunteer would like a letter. Raises Person.DoesNotExist, NotAllowed, or
    TooMany while the same one is on its way."""
    person = lock_person(actor, person_id)
    policies.can_ask_letter_for(actor, person).require()
    if not hasattr(person, "volunteer"):
        raise NotAllowed(_("Only volunteers ask for a letter."))
    return _asked(actor, person, kind, aim=aim, language=language)


def take_along(*, actor: Actor, person: Person, kinds: Iterable[str]) -> None:
    """At a goodbye somebody would like these letters: those that were not asked for or agreed are asked for now, and
    wait on the desk. Part of a transaction in which the person is locked."""
    there = set(_alive(person).values_list("kind", flat=True))
    user = person.user
    house = Organisation.objects.get(pk=actor.organisation_id)
    language = (user.language if user is not None else house.language)[:2]
    for kind in kinds:
        if kind not in there:
            _asked(actor, person, kind, aim="", language=language)


def _alive(person: Person) -> QuerySet[Letter]:
    return Letter.objects.filter(person=person).exclude(state=LetterState.DROPPED)


def _asked(actor: Actor, person: Person, kind: str, *, aim: str, language: str) -> Letter:
    on_its_way = _alive(person).exclude(state=LetterState.AGREED)
    if on_its_way.filter(kind=kind).exists():
        raise TooMany(_now("You asked for this already. We let you know when it is written."))
    letter = Letter.objects.create(
        organisation_id=actor.organisation_id,
        person=person,
        kind=kind,
        aim=aim.strip(),
        language=language,
        asked_on=clock.today(),
    )
    log.record("letter.asked", actor=actor, target=letter, changes={"kind": kind})
    return letter


def _locked(actor: Actor, letter_id: UUID) -> Letter:
    visible = policies.visible_letters(actor).values("pk")
    letters = Letter.objects.select_for_update(of=("self",), no_key=True)
    return letters.select_related("person__user", "written_by__user").get(
        pk=letter_id, pk__in=visible
    )


@transaction.atomic
def write(*, actor: Actor, letter_id: UUID, text: str) -> Letter:
    """A coordinator writes the letter and sends it for agreement; it may be written anew until then.

    Raises Letter.DoesNotExist, NotAllowed, StateConflict or WordsMissing.
    """
    letter = _locked(actor, letter_id)
    policies.can_write_letter(actor, letter).require()
    if not text.strip():
        raise WordsMissing(_now("Write what you would like to say about this volunteer."))
    letter.state = LETTER.target("write", source=letter.state)
    letter.text, letter.written_by_id, letter.wish = text.strip(), actor.membership_id, ""
    letter.save(update_fields=["state", "text", "written_by", "wish"])
    log.record("letter.written", actor=actor, target=letter)
    if letter.person.user is not None and policies.reads_here(letter.person):
        tell(
            actor=actor,
            user=letter.person.user,
            kind="letter-written",
            subject=_("Your letter is written"),
            body=_(
                "Read it. Is it right? Then say so; or say what you would like to be different."
            ),
            url=actor.url("appreciation:letter", letter_id=letter.pk),
        )
    return letter


@transaction.atomic
def answer(*, actor: Actor, letter_id: UUID, step: str, wish: str = "") -> Letter:
    """The volunteer agrees, asks for something different, or needs it no more. `step`: agree, ask_change, drop.

    Raises Letter.DoesNotExist, NotAllowed, StateConflict, or WordsMissing for a change without words.
    """
    letter = _locked(actor, letter_id)
    if letter.person_id != actor.person_id:
        raise NotAllowed(_("Only the volunteer agrees with their letter."))
    return _answered(actor, letter, step, wish)


@transaction.atomic
def hear(*, actor: Actor, letter_id: UUID, step: str, wish: str = "") -> Letter:
    """A coordinator read the letter with somebody who has no page here, and writes down what they said. Raises as
    `answer`."""
    letter = _locked(actor, letter_id)
    policies.can_hear(actor, letter).require()
    return _answered(actor, letter, step, wish)


def _answered(actor: Actor, letter: Letter, step: str, wish: str) -> Letter:
    letter.state = LETTER.target(step, source=letter.state)
    if step == "ask_change" and not wish.strip():
        raise WordsMissing(_now("Say what you would like to be different."))
    letter.wish = wish.strip() if step == "ask_change" else ""
    if step == "agree":
        letter.agreed_on = clock.today()
    letter.save(update_fields=["state", "wish", "agreed_on"])
    log.record("letter.answered", actor=actor, target=letter, changes={"step": step})
    _tell_writer(actor, letter, step)
    return letter


def _tell_writer(actor: Actor, letter: Letter, step: str) -> None:
    if step == "drop" or letter.written_by is None or letter.written_by.user_id == actor.user_id:
        return
    agreed = step == "agree"
    tell(
        actor=actor,
        user=letter.written_by.user,
        kind="letter-answered",
        subject=_("A letter you wrote"),
        body=_("The volunteer agrees with it.")
        if agreed
        else _("The volunteer would like something different."),
        url=actor.url("appreciation:write_letter", letter_id=letter.pk),
    )
