"""Who looked: at a card or file, and at what somebody told us themselves."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Model, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from naast.agreements.models import NotKept
from naast.agreements.states_steps import LadderState
from naast.audit.models import Event
from naast.belonging.models import Mentoring, Question, Wish
from naast.circles.models import Circle
from naast.complaints.models import Complaint
from naast.core.text import Text
from naast.lending.models import Loan
from naast.organisations.actors import Actor
from naast.parting.models import Parting
from naast.parting.states import PartingKind, PartingState
from naast.people.models import Person
from naast.people.queries import readers_of
from naast.privacy.policies import keeping as policies
from naast.signals.models import Signal

# What was opened, by how the kind of the event begins; anything else is «something about you».
OPENED: tuple[tuple[str, Text], ...] = (
    ("participant.file-read", _("the file")),
    ("match.", _("the match")),
    ("request.", _("the wish")),
    ("paper.", _("a paper that was signed")),
    ("information-letter.", _("a letter with information")),
    ("check.", _("the check of conduct")),
    ("report.", _("what was reported to an office")),
    ("parting.", _("the goodbye")),
    ("volunteer.away-read", _("not being there for a while")),
    ("pulse.", _("the light contact afterwards")),
    ("signal.", _("something you noticed and told us")),
    ("complaint.", _("your complaint")),
    ("agreement-steps.", _("an agreement that was not kept")),
    ("circle.", _("the circle")),
    ("wish.", _("a wish")),
    ("question.", _("an answer about feeling at home")),
    ("mentoring.", _("walking along with a mentor")),
    ("person.exported", _("everything, for a copy")),
    ("looks.", _("who read this")),
    ("attendance.", _("a letter about attendance")),
    ("loan.", _("what you have on loan")),
    ("costs.", _("your costs")),
)
SOMETHING: Text = _("something else in the file")
# Rows that are about somebody, or that they told us themselves, and that stand apart from their file; as far as
# they know of them: not what is still being prepared, nor a circle to which they did not say yes.
OWN: tuple[tuple[type[Model], str, Q], ...] = (
    (Signal, "reporter", Q()),
    (Complaint, "reporter", Q()),
    (
        Parting,
        "person",
        ~Q(kind=PartingKind.ORGANISATION)
        | Q(state__in=(PartingState.SHARED, PartingState.AGREED, PartingState.PARTED)),
    ),
    (NotKept, "engagement__person", ~Q(state=LadderState.NOTED)),
    (Circle, "core", Q(consented_on__isnull=False)),
    (Wish, "person", Q()),
    (Question, "person", Q()),
    (Mentoring, "newcomer", Q()),
    (Loan, "person", Q()),
)
# What somebody else told, read in a place that is theirs: that it was told is not theirs to know this way.
OF_OTHERS = "circle.signal-read"


@dataclass(frozen=True, slots=True)
class Look:
    """Somebody opened something: when, who, as what, and what it was."""

    at: datetime
    name: str
    functions: tuple[Text, ...]
    opened: Text


def own_looks(actor: Actor, person: Person) -> QuerySet[Event]:
    """Who opened the card or file of the actor, and what they told us. Their own looks are left out. A signal about
    somebody is not among it: that one was made is not theirs to know this way."""
    policies.can_read_own_looks(actor, person).require()
    rows = _events(person, [person.pk, *_rows_of(person)]).exclude(kind=OF_OTHERS)
    return rows.exclude(user_id=actor.user_id) if actor.user_id else rows


def no_looks() -> QuerySet[Event]:
    """Of who is nobody's person here: there is no file to open."""
    return Event.objects.none()


def looks_at(actor: Actor, person: Person) -> QuerySet[Event]:
    """Who opened somebody's card or file, for who guards the files; not who read their signals."""
    policies.can_read_looks(actor, person).require()
    return _events(person, [person.pk])


def told(person: Person, events: list[Event]) -> list[Look]:
    """These looks in words: one query for the names and functions of a page."""
    users = {event.user_id for event in events if event.user_id}
    readers = readers_of(person.organisation_id, users)
    return [
        Look(event.created_at, *readers.get(event.user_id, (event.reason, ())), _opened(event.kind))
        for event in events
    ]


def _rows_of(person: Person) -> list[UUID]:
    """The ids of everything in OWN, in one query."""
    first, *others = (
        model._default_manager.filter(
            known, organisation_id=person.organisation_id, **{path: person}
        )
        .order_by()
        .values_list("pk", flat=True)
        for model, path, known in OWN
    )
    return list(first.union(*others, all=True))


def _events(person: Person, targets: list[UUID]) -> QuerySet[Event]:
    return Event.objects.filter(
        organisation_id=person.organisation_id, target_id__in=targets, is_view=True
    )


def _opened(kind: str) -> Text:
    return next((words for begin, words in OPENED if kind.startswith(begin)), SOMETHING)
