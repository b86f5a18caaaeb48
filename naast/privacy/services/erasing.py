"""Erasing somebody, and really erasing them: every place of every room, in one transaction; after it, mentions in
the texts of others (mentions.py). ADR 0020."""

import re
from collections.abc import Iterable
from functools import partial
from typing import Any
from uuid import UUID

from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import FileField, Model
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from naast.accounts.services import new_shell
from naast.audit import log
from naast.core import clock
from naast.core.errors import StateConflict
from naast.core.models import Draft
from naast.core.personal_data import Place, nothing, personal_fields
from naast.messaging.services import send_unkept
from naast.organisations.actors import Actor
from naast.organisations.models import Membership, Organisation, Role
from naast.people.models import Person
from naast.privacy import tasks
from naast.privacy.errors import InTheWay
from naast.privacy.models import Erasure
from naast.privacy.policies import rights as policies
from naast.privacy.queries import rights
from naast.privacy.queries.erasing import in_the_way
from naast.privacy.queries.rows import Found, found_about
from naast.privacy.queries.somebody import Somebody, has_namesake, somebody
from naast.privacy.states import ANSWER, REQUEST, Outcome, RequestKind, RequestState
from naast.privacy.tables import all_of, in_batches

LAST_WORD = (
    gettext_lazy("Your data were erased"),
    gettext_lazy(
        "As you asked, we erased what we kept about you. What belongs to the file of somebody else, and what the law asks us to keep, stays without your name where that is possible. Copies for safety disappear by themselves. This is our last message; we kept no copy of it."
    ),
)
_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@transaction.atomic
def erase(*, actor: Actor, person_id: UUID, request_id: UUID | None = None) -> Erasure:
    """Erase one person of the actor's organisation. Rows that were only about them go; rows that a count needs are
    emptied; what belongs to somebody else's file or to a duty of law stays. Their account goes with its last
    house. Mentions in other texts are taken out after commit, in the background.

    Raises Person.DoesNotExist, NotAllowed, or InTheWay when a match, a task or a hold has to end first; then
    nothing is erased.
    """
    people = Person.objects.filter(organisation_id=actor.organisation_id, erased_on__isnull=True)
    person = people.select_for_update(of=("self",)).get(pk=person_id)
    policies.can_erase(actor, person).require()
    who = somebody(person)
    first = in_the_way(actor, person, who)
    if first:
        raise InTheWay(first)
    house = Organisation.objects.get(pk=actor.organisation_id)
    found = found_about(who)
    with override(house.language):
        _leave_house(who)
        rows = {each.place.model: _erase_place(each) for each in found}
    _forget_drafts({person_id, *(key for each in found for key in each.changes)})
    erasure = Erasure.objects.create(
        organisation_id=actor.organisation_id,
        person_id=person_id,
        request_id=request_id,
        done_by_id=actor.membership_id,
        rows=rows,
        seeks=_seeks(person, who),
    )
    log.record("person.erased", actor=actor, target=person, changes={"erasure": str(erasure.pk)})
    transaction.on_commit(partial(tasks.take_out_mentions.enqueue, str(erasure.pk)))
    return erasure


@transaction.atomic
def erase_for(*, actor: Actor, request_id: UUID) -> Erasure:
    """Erase who asked for it, and answer their question with that: after this there is nobody left to answer, so
    the last word goes by mail and no copy of it stays.

    Raises RightsRequest.DoesNotExist, Person.DoesNotExist, NotAllowed, InTheWay, or StateConflict when it is no
    such question, or when we don't know yet who asks.
    """
    request = rights.lock(actor, request_id)
    policies.can_answer(actor, request).require()
    if request.kind != RequestKind.ERASURE or request.state != RequestState.KNOWN:
        raise StateConflict(_("Make sure first that it is really them who asks to be erased."))
    if request.person is None:
        raise StateConflict(_("There is nobody here to erase."))
    address = request.person.user.email if request.person.user else request.person.email
    erasure = erase(actor=actor, person_id=request.person.pk, request_id=request.pk)
    request.state = REQUEST.target(ANSWER, source=request.state)
    request.outcome, request.answered_on = Outcome.DONE, clock.today()
    request.answered_by_id = actor.membership_id
    request.save(update_fields=["state", "outcome", "answered_on", "answered_by"])
    log.record("rights.answered", actor=actor, target=request, changes={"outcome": Outcome.DONE})
    if address:
        transaction.on_commit(partial(send_unkept, actor=actor, address=address, letter=LAST_WORD))
    return erasure


def _erase_place(found: Found) -> list[int]:
    """[gone, emptied, stayed] of one place."""
    _drop_files(found)
    if found.place.erase is not None and found.changes:
        for ids in in_batches(found.changes):
            found.place.erase(ids)
    else:
        _delete(found.place.rows_of, found.goes)
        _empty(found.place, found.emptied)
    return [len(found.goes), len(found.emptied), len(found.stays)]


def _delete(model: type[Model], ids: set[Any]) -> None:
    for some in in_batches(ids):
        all_of(model).filter(pk__in=some).delete()


def _empty(place: Place, emptied: dict[Any, frozenset[str]]) -> None:
    """Rows that lose the same fields go together."""
    groups: dict[frozenset[str], list[Any]] = {}
    for key, names in emptied.items():
        groups.setdefault(names, []).append(key)
    for names, ids in groups.items():
        values = values_when_emptied(place, names)
        for some in in_batches(ids):
            if values:
                all_of(place.rows_of).filter(pk__in=some).update(**values)


def values_when_emptied(place: Place, names: Iterable[str]) -> dict[str, object]:
    """What the fields of these names hold once a row of this place is emptied; what it `becomes` in plain fields
    as well. Raises ValueError for a field that has to hold something."""
    model, lost = place.rows_of, frozenset(names) - place.keeps
    own = personal_fields(model)
    values = {
        name: nothing(model._meta.get_field(name))  # type: ignore[arg-type]  # a field of this model, never a relation to it
        for name in lost - set(place.becomes)
    }
    return values | {
        name: value for name, value in place.becomes.items() if name in lost or name not in own
    }


def _drop_files(found: Found) -> None:
    """Files of these rows go after commit: a transaction that fails leaves them."""
    model = found.place.rows_of
    for of in model._meta.concrete_fields:
        if not isinstance(of, FileField):
            continue
        for some in in_batches(found.changes):
            rows = all_of(model).filter(pk__in=some).exclude(**{of.name: ""})
            for name in rows.values_list(of.name, flat=True):
                transaction.on_commit(partial(default_storage.delete, name))


def _leave_house(who: Somebody) -> None:
    """What this member did stays, under an account that is nobody's."""
    if who.membership_id is None:
        return
    Role.objects.filter(membership_id=who.membership_id).delete()
    held = Membership.objects.select_for_update().get(pk=who.membership_id)
    held.user, held.person_id = new_shell(), None
    held.ended_on = held.ended_on or clock.today()
    held.save(update_fields=["user", "person_id", "ended_on"])


def _forget_drafts(ids: set[Any]) -> None:
    """Half-written texts of anybody about something that was erased: their key holds its id."""
    names = {str(each) for each in ids}
    gone = [
        pk
        for pk, key in Draft.objects.values_list("pk", "key").iterator(chunk_size=2_000)
        if not names.isdisjoint(_ID.findall(key))
    ]
    _delete(Draft, set(gone))


def _seeks(person: Person, who: Somebody) -> dict[str, Any]:
    """What is looked for in the texts of others. A phone that somebody else has too is not, and a name neither: it
    would be taken out of what was written about them."""
    others = Person.objects.filter(organisation_id=person.organisation_id, phone=person.phone)
    shares = bool(person.phone) and others.exclude(pk=person.pk).exists()
    return {
        "given": person.given_name,
        "family": person.family_name,
        "shares_name": has_namesake(person),
        "addresses": sorted(who.addresses),
        "phone": "" if shares else person.phone,
    }
