"""The passage between inside and outside: nothing goes to anybody before somebody who leads the circle released
it, word by word, to named people, on a basis (S1-161)."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from naast.audit import log
from naast.circles.errors import AlreadyReleased, NotConsented, NotOfHere, WordsMissing
from naast.circles.inputs import PassageNote
from naast.circles.models import Circle, OuterMember, Passage, PassageTo
from naast.circles.policies import circles as policies
from naast.circles.policies import passages as passage_policies
from naast.circles.queries import circles as queries
from naast.circles.queries import passages as passage_queries
from naast.circles.services import telling
from naast.circles.states import Basis, Subject
from naast.core import clock
from naast.core.errors import StateConflict
from naast.messaging.services import tell
from naast.organisations.actors import Actor
from naast.organisations.taps import a_moment_ago, same_words

OUT, IN = Passage.Direction.OUT, Passage.Direction.IN


@transaction.atomic
def draft_passage(*, actor: Actor, circle_id: UUID, note: PassageNote) -> Passage:
    """Write down what could be told to whom of the outer circle. Nobody else reads it yet. Raises
    Circle.DoesNotExist, NotAllowed, WordsMissing or NotOfHere."""
    circle = queries.lock_circle(actor, circle_id)
    policies.can_change(actor, circle).require()
    passage = Passage(organisation_id=circle.organisation_id, circle=circle, direction=OUT)
    _fill(passage, note)
    passage.save(force_insert=True)
    _choose(passage, note.to)
    log.record(
        "circle.passage-drafted", actor=actor, target=circle, changes={"passage": str(passage.pk)}
    )
    return passage


@transaction.atomic
def change_passage(*, actor: Actor, passage_id: UUID, note: PassageNote) -> Passage:
    """Other words or other people, for as long as it was not released. Raises Passage.DoesNotExist,
    NotAllowed, AlreadyReleased, WordsMissing or NotOfHere."""
    passage = _lock_open(actor, passage_id)
    _fill(passage, note)
    passage.save()
    if passage.direction == OUT:
        _choose(passage, note.to)
    log.record(
        "circle.passage-changed",
        actor=actor,
        target=passage.circle,
        changes={"passage": str(passage.pk)},
    )
    return passage


def _lock_open(actor: Actor, passage_id: UUID) -> Passage:
    passage = passage_queries.lock_passage(actor, passage_id)
    policies.can_lead(actor, passage.circle).require()
    if passage.released_at is not None or passage.kept_at is not None:
        raise AlreadyReleased(_("This was decided already; it does not change any more."))
    return passage


def _fill(passage: Passage, note: PassageNote) -> None:
    if not note.words.strip():
        raise WordsMissing(_("Write what is passed on, in your own words."))
    passage.words, passage.why = note.words.strip(), note.why.strip()
    if passage.direction == IN:
        return
    if note.subject not in Subject.values or note.basis not in Basis.values:
        raise NotOfHere(_("Say what it is about, and on which basis it is passed on."))
    if note.is_hidden and note.basis != Basis.DANGER:
        raise NotOfHere(_("The core member sees what is passed on, unless somebody is in danger."))
    if note.is_hidden and not note.hidden_why.strip():
        raise WordsMissing(_("Say why the core member does not see this."))
    if note.basis == Basis.DANGER and not note.why.strip():
        raise WordsMissing(_("Say in a sentence what the danger is."))
    passage.subject, passage.basis = note.subject, note.basis
    passage.is_hidden, passage.hidden_why = note.is_hidden, note.hidden_why.strip()


def _choose(passage: Passage, to: tuple[UUID, ...]) -> None:
    chosen = set(
        passage.circle.outer.filter(pk__in=to, left_on__isnull=True).values_list("pk", flat=True)
    )
    if not to or chosen != set(to):
        raise NotOfHere(_("Choose by name who hears this."))
    passage.to.exclude(outer__in=chosen).delete()
    there = set(passage.to.values_list("outer_id", flat=True))
    PassageTo.objects.bulk_create(
        PassageTo(organisation_id=passage.organisation_id, passage=passage, outer_id=outer_id)
        for outer_id in to
        if outer_id not in there
    )


@transaction.atomic
def release_passage(*, actor: Actor, passage_id: UUID, seen: str = "") -> Passage:
    """The one act that lets something pass (S1-161): to the named people outside, each with a basis that holds at
    this moment, or to the inner circle. From now on it does not change, and stands in the log. Who has an
    account reads it on their page. `seen`: the mark of what was on the screen. Raises Passage.DoesNotExist,
    NotAllowed, AlreadyReleased, WordsMissing, NotOfHere, NotConsented, or StateConflict when a colleague changed
    it in the meantime."""
    # Two colleagues, or a yes that is taken back at this moment: the lock of the circle makes them queue.
    circle_id = passage_queries.get_circle_id(actor, passage_id)
    circle = queries.lock_circle(actor, circle_id)
    policies.can_change(actor, circle).require()
    passage = _lock_open(actor, passage_id)
    if seen and seen != passage_queries.mark_of(passage):
        raise StateConflict(
            _("A colleague changed this just now. Read it again before you release it.")
        )
    if not passage.words.strip():
        raise WordsMissing(_("Write what is passed on, in your own words."))
    to = list(passage.to.select_related("outer__membership__user"))
    if passage.direction == OUT:
        _require_basis(circle, passage, [row.outer for row in to])
    passage.released_at, passage.released_by_id = clock.now(), actor.membership_id
    passage.save(update_fields=["released_at", "released_by"])
    log.record(
        "circle.passage-released",
        actor=actor,
        target=circle,
        changes={
            "passage": str(passage.pk),
            "direction": passage.direction,
            "basis": passage.basis,
            "to": [str(row.outer_id) for row in to],
        },
    )
    if passage.direction == IN:
        telling.tell_inner(actor, circle, telling.NEW_PASSAGE)
    else:
        _tell_outer(actor, circle, [row.outer for row in to])
    return passage


def _require_basis(circle: Circle, passage: Passage, people: list[OuterMember]) -> None:
    if not people:
        raise NotOfHere(_("Choose by name who hears this."))
    facts = queries.facts_of(circle, queries.inner_of(circle))
    if passage.basis != Basis.DANGER and not circle.is_consented:
        raise NotConsented(_("The core member has not said yes to the circle, or took it back."))
    for outer in people:
        decision = passage_policies.can_hear(
            outer,
            basis=passage.basis,
            subject=passage.subject,
            has_covenant=facts.has_covenant and facts.still_to_agree == 0,
        )
        if not decision:
            raise NotConsented(str(decision.reason))


def _tell_outer(actor: Actor, circle: Circle, people: list[OuterMember]) -> None:
    url = actor.url("circles:outer", circle_id=circle.pk)
    for outer in people:
        member = outer.membership
        if member is not None and member.ended_on is None:
            tell(
                actor=actor,
                user=member.user,
                kind="circle",
                subject=telling.SUBJECT,
                body=telling.NEW_PASSAGE,
                url=url,
            )


@transaction.atomic
def keep_passage(*, actor: Actor, passage_id: UUID) -> Passage:
    """Read, and not passed on. A draft of one's own is gone; what came in stays in the log. Raises
    Passage.DoesNotExist, NotAllowed or AlreadyReleased."""
    passage = _lock_open(actor, passage_id)
    log.record(
        "circle.passage-kept",
        actor=actor,
        target=passage.circle,
        changes={"passage": str(passage.pk)},
    )
    if passage.direction == OUT:
        passage.delete()
        return passage
    passage.kept_at = clock.now()
    passage.save(update_fields=["kept_at"])
    return passage


@transaction.atomic
def tell_coordinator(*, actor: Actor, circle_id: UUID, words: str) -> Passage:
    """Somebody of the outer circle passes something on: to the circle coordinator, and to nobody else yet.
    Raises OuterMember.DoesNotExist, NotAllowed or WordsMissing."""
    places = policies.places_in_outer(actor).select_related("circle__coordinator", "circle__deputy")
    place: OuterMember = places.select_for_update(of=("self",), no_key=True).get(
        circle_id=circle_id
    )
    policies.can_tell_circle(actor, place).require()
    told = place.told.filter(was_on_screen=True, created_at__gt=a_moment_ago())
    return same_words(told, raw=words) or _came_in(actor, place, words, was_on_screen=True)


@transaction.atomic
def note_incoming(*, actor: Actor, circle_id: UUID, outer_id: UUID, words: str) -> Passage:
    """The coordinator writes down what somebody of the outer circle said on the phone. Raises
    Circle.DoesNotExist, OuterMember.DoesNotExist, NotAllowed or WordsMissing."""
    circle = queries.lock_circle(actor, circle_id)
    policies.can_change(actor, circle).require()
    place: OuterMember = circle.outer.get(pk=outer_id, left_on__isnull=True)
    return _came_in(actor, place, words)


def _came_in(
    actor: Actor, place: OuterMember, words: str, *, was_on_screen: bool = False
) -> Passage:
    if not words.strip():
        raise WordsMissing(_("Write a sentence first."))
    circle = place.circle
    passage = Passage.objects.create(
        organisation_id=circle.organisation_id,
        circle=circle,
        direction=IN,
        came_from=place,
        raw=words.strip(),
        was_on_screen=was_on_screen,
    )
    log.record(
        "circle.told-from-outside", actor=actor, target=circle, changes={"passage": str(passage.pk)}
    )
    url = actor.url("circles:passage", circle_id=circle.pk, passage_id=passage.pk)
    telling.tell_leads(actor, circle, telling.NEW_INCOMING, url)
    return passage


@transaction.atomic
def mark_received(*, actor: Actor, circle_id: UUID) -> int:
    """The professional opened their page: what was passed on to them is read. Returns how many were new."""
    rows = passage_policies.received_by(actor).filter(
        passage__circle_id=circle_id, read_at__isnull=True
    )
    ids = list(rows.values_list("pk", flat=True))
    if not ids:
        return 0
    PassageTo.objects.filter(pk__in=ids).update(read_at=clock.now())
    return len(ids)
