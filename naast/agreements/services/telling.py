"""Telling people about papers. Never a name, and never what a paper says: the page behind the link does."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from naast.agreements.models import Copy, Question
from naast.core.text import Text
from naast.messaging.reminders import Reminding, remind
from naast.messaging.services import tell
from naast.organisations.actors import Actor
from naast.organisations.models import Function, Membership, Organisation
from naast.organisations.queries import colleagues
from naast.people.api import reach_of

MOST_COORDINATORS = 5
ASKS, HOLDS, ANSWERED = "paper.to-read", "paper.holds", "paper.answered"
QUESTION, SIGNED = "paper.question", "paper.signed-by-person"


def tell_to_read(actor: Actor, house: Organisation, copies: Iterable[Copy]) -> None:
    """Something waits to be read. One message a person and a batch, however many papers; a constant number
    of queries."""
    first = {copy.person_id: copy for copy in copies}
    remind(
        actor=actor,
        rows=[
            Reminding(
                kind=ASKS,
                subject_id=copy.pk,
                step="made",
                subject=_("Something to read before you go on"),
                body=_(
                    "There is a text for you to read, and perhaps to sign. Take your time. You can ask a question about every part. Rather on paper? Tell your coordinator."
                ),
                url=actor.url("agreements:mine") if copy.person.user else "",
                **reach_of(copy.person, language=house.language),
            )
            for copy in first.values()
        ],
    )


def tell_it_holds(actor: Actor, copy: Copy) -> None:
    """Both signed: here is your copy. Without an account it goes on paper, as the staff page says."""
    _tell_person(actor, copy, HOLDS, _("Your copy is ready"), _("What you signed holds for both of us now. Your own copy is on the page below, to read again or to keep."))  # fmt: skip


def tell_answer(actor: Actor, copy: Copy) -> None:
    """There is an answer."""
    _tell_person(actor, copy, ANSWERED, _("An answer to your question"), _("You asked something about a text. The answer stands beside it."))  # fmt: skip


def tell_question(actor: Actor, question: Question, copy: Copy) -> None:
    """Whoever looks after the programme hears that there is a question."""
    for membership in owners(actor, copy):
        tell(
            actor=actor,
            user=membership.user,
            kind=QUESTION,
            subject=_("A question about a text"),
            body=_("Somebody asked something before signing. Answer within two working days."),
            url=actor.url("agreements:answer", question_id=question.pk),
        )


def tell_to_sign(actor: Actor, copy: Copy) -> None:
    """The person signed: now it waits for us."""
    for membership in owners(actor, copy):
        tell(
            actor=actor,
            user=membership.user,
            kind=SIGNED,
            subject=_("A text waits for our signature"),
            body=_("Somebody read and signed. It holds once we sign too."),
            url=actor.url("agreements:copy", copy_id=copy.pk),
        )


def owners(actor: Actor, copy: Copy) -> list[Membership]:
    """The coordinator of the programme when there is one; otherwise the coordinators. Never who did it."""
    programme = copy.engagement.programme if copy.engagement else None
    own = programme.coordinator if programme else None
    if own is not None and own.ended_on is None:
        found = [own]
    else:
        found = list(colleagues(actor, Function.COORDINATOR)[:MOST_COORDINATORS])
    return [each for each in found if each.user_id != actor.user_id]


def _tell_person(actor: Actor, copy: Copy, kind: str, subject: Text, body: Text) -> None:
    person = copy.person
    if person.user is None or person.prefers_paper:
        return
    tell(
        actor=actor,
        user=person.user,
        kind=kind,
        subject=subject,
        body=body,
        url=actor.url("agreements:my_paper", copy_id=copy.pk),
    )
