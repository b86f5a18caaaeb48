"""Letters with information, to a volunteer or a participant: read first, sent or printed, and kept with its day."""

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from naast.agreements.models import InformationLetter
from naast.agreements.policies import staff as policies
from naast.audit import log
from naast.core import clock
from naast.core.errors import DomainError
from naast.messaging import services as messaging
from naast.messaging.texts import Kind, Words
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation
from naast.people.models import Person
from naast.programmes.models import Programme

Way = InformationLetter.Way


class NoAddress(DomainError):
    """There is nowhere to mail it to."""


@dataclass(frozen=True, slots=True)
class NewLetter:
    """To whom, about which programme, and of which kind."""

    person: Person
    programme: Programme
    kind: Kind


def address_of(person: Person) -> str:
    """Where a letter by mail goes; empty for who has no address or prefers paper."""
    if person.prefers_paper:
        return ""
    return person.email or (person.user.email if person.user else "")


def language_of(person: Person) -> str:
    """The language somebody reads here: that of their account, or of the house."""
    if person.user is not None:
        return person.user.language
    return Organisation.objects.get(pk=person.organisation_id).language


def usual_words(*, actor: Actor, letter: NewLetter) -> Words:
    """The letter filled in, to read and change. Read the programme with its coordinator."""
    coordinator = letter.programme.coordinator
    made = messaging.Letter(
        address=address_of(letter.person),
        kind=letter.kind.code,
        language=language_of(letter.person),
        values={
            "first_name": letter.person.first_name,
            "programme": letter.programme.name,
            "host": coordinator.user.name if coordinator else _("The coordinator"),
        },
    )
    return messaging.compose(actor=actor, letter=made)


@transaction.atomic
def send_information(
    *, actor: Actor, letter: NewLetter, words: Words, way: str
) -> InformationLetter:
    """Mail the letter, or keep it to print; either way it stands in the log with its day. The same letter
    twice on one day is one. Raises NotAllowed or NoAddress."""
    person = letter.person
    policies.can_write_letters(actor, person).require()
    # Two clicks make one letter: the lock makes them queue.
    Person.objects.select_for_update(of=("self",), no_key=True).get(pk=person.pk)
    there = _same_today(letter, words)
    if there is not None:
        return there
    if way == Way.MAIL:
        _mail(actor, letter, words)
    made = InformationLetter.objects.create(
        organisation_id=actor.organisation_id,
        person=person,
        programme=letter.programme,
        kind=letter.kind.code,
        way=way,
        language=language_of(person),
        subject=words.subject,
        body=words.body,
        sent_on=clock.today(),
        sent_by_id=actor.membership_id,
    )
    log.record(
        "information-letter.sent",
        actor=actor,
        target=made,
        changes={"kind": letter.kind.code, "way": way},
    )
    return made


def _same_today(letter: NewLetter, words: Words) -> InformationLetter | None:
    today = InformationLetter.objects.filter(
        person=letter.person,
        programme=letter.programme,
        kind=letter.kind.code,
        sent_on=clock.today(),
    )
    same = [each for each in today if (each.subject, each.body) == (words.subject, words.body)]
    return same[0] if same else None


def _mail(actor: Actor, letter: NewLetter, words: Words) -> None:
    address = address_of(letter.person)
    if not address:
        raise NoAddress(_("There is no e-mail address, or paper is preferred: print the letter."))
    made = messaging.Letter(
        address=address,
        kind=letter.kind.code,
        language=language_of(letter.person),
        values={},
        about_id=letter.person.pk,
        words=words,
    )
    messaging.write(actor=actor, letter=made)
