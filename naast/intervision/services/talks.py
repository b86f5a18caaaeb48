"""The yearly group talk: wishes, votes that nobody can trace, promises and what came of them (S1-265)."""

from collections import Counter
from uuid import UUID

from django.db import transaction
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from naast.audit import log
from naast.core import clock
from naast.intervision.errors import SomethingMissing, VotingOver
from naast.intervision.inputs import PromiseNote
from naast.intervision.models import GroupTalk, Promise, Vote, Wish
from naast.intervision.policies import talks as policies
from naast.intervision.queries import talks as queries
from naast.intervision.services.checking import check_text
from naast.organisations.actors import Actor
from naast.organisations.queries import get_membership

# Totals of fewer voters would tell who voted what.
FEWEST_VOTERS = 3


def slip_of(talk: GroupTalk, person_id: UUID) -> str:
    """What a vote holds instead of a person: a digest with a key that is not in the database (models.talk).
    The same person gets the same slip in one talk, and another one in the next. The key comes from SECRET_KEY, so
    that rotating the keys of encrypted text lets nobody vote twice."""
    found = salted_hmac("naast.intervision.vote", f"{talk.pk}:{person_id}", algorithm="sha256")
    return found.hexdigest()


def own_votes(actor: Actor, talk: GroupTalk) -> frozenset[UUID]:
    """The wishes this actor voted for, for their own eyes."""
    if actor.person_id is None or talk.counted_at is not None:
        return frozenset()
    rows = Vote.objects.filter(
        organisation_id=talk.organisation_id, slip=slip_of(talk, actor.person_id)
    )
    return frozenset(rows.values_list("wish_id", flat=True))


@transaction.atomic
def add_wish(
    *, actor: Actor, evening_id: UUID, text: str, with_name: bool = False, is_checked: bool = False
) -> Wish:
    """What somebody would like better. Without a name nobody learns whose it is: the history does not
    either. Raises GroupTalk.DoesNotExist, NotAllowed, VotingOver, SomethingMissing, NameInText or
    NameDoubtful."""
    talk = queries.lock_talk(actor, evening_id)
    policies.can_wish(actor, talk).require()
    _refuse_counted(talk)
    checked = check_text(
        actor=actor, text=text, is_checked=is_checked, series_id=talk.evening.series_id
    )
    wish = Wish.objects.create(
        organisation_id=talk.organisation_id,
        talk=talk,
        text=checked,
        asker_id=actor.person_id if with_name else None,
    )
    if with_name:
        log.record("talk.wished", actor=actor, target=talk)
    return wish


@transaction.atomic
def turn_vote(*, actor: Actor, evening_id: UUID, wish_id: UUID) -> bool:
    """One tap: a vote for this wish, or no longer. Nothing is written in the history. Returns whether the
    wish has this person's vote now. Raises GroupTalk.DoesNotExist, Wish.DoesNotExist, NotAllowed, or
    VotingOver after the count or when all votes are given."""
    talk = queries.lock_talk(actor, evening_id)
    policies.can_vote(actor, talk).require()
    _refuse_counted(talk)
    wish = talk.wishes.get(pk=wish_id)
    if actor.person_id is None:
        raise Wish.DoesNotExist
    slip = slip_of(talk, actor.person_id)
    mine = Vote.objects.filter(wish__talk=talk, slip=slip)
    if mine.filter(wish=wish).delete()[0]:
        return False
    if mine.count() >= talk.votes_each:
        raise VotingOver(_("You gave all your votes. Take one back first."))
    Vote.objects.create(organisation_id=talk.organisation_id, wish=wish, slip=slip)
    return True


@transaction.atomic
def count_votes(*, actor: Actor, evening_id: UUID) -> GroupTalk:
    """The votes are counted and deleted: only totals stay, and none where fewer than three people voted.
    Twice is the same as once. Raises GroupTalk.DoesNotExist or NotAllowed."""
    talk = queries.lock_talk(actor, evening_id)
    policies.can_count(actor, talk).require()
    if talk.counted_at is not None:
        return talk
    votes = Vote.objects.filter(wish__talk=talk)
    rows = list(votes.values_list("wish_id", "slip"))
    voters = len({slip for _wish, slip in rows})
    totals = Counter(wish_id for wish_id, _slip in rows)
    wishes = list(talk.wishes.all())
    for wish in wishes:
        wish.votes = totals[wish.pk] if voters >= FEWEST_VOTERS else None
    Wish.objects.bulk_update(wishes, ["votes"])
    votes.delete()
    talk.counted_at = clock.now()
    talk.save(update_fields=["counted_at"])
    log.record("talk.counted", actor=actor, target=talk)
    return talk


@transaction.atomic
def promise(*, actor: Actor, evening_id: UUID, note: PromiseNote) -> Promise:
    """What the organisation promises, by whom and by when. Raises GroupTalk.DoesNotExist, NotAllowed or
    SomethingMissing."""
    policies.can_promise(actor).require()
    talk = queries.lock_talk(actor, evening_id)
    wish = queries.get_wish(talk, note.wish_id) if note.wish_id else None
    made = Promise.objects.create(
        organisation_id=talk.organisation_id, talk=talk, wish=wish, **_columns(actor, note)
    )
    log.record("talk.promised", actor=actor, target=talk)
    return made


@transaction.atomic
def tell_what_came(*, actor: Actor, promise_id: UUID, note: PromiseNote) -> Promise:
    """Change a promise, and tell what came of it. Raises Promise.DoesNotExist, NotAllowed or
    SomethingMissing: what is done, or not kept, is told in a sentence."""
    policies.can_promise(actor).require()
    rows = policies.promises_visible_to(actor).select_related("talk")
    made = rows.select_for_update(of=("self",)).get(pk=promise_id)
    for name, value in _columns(actor, note).items():
        setattr(made, name, value)
    made.news = note.news.strip()
    if note.is_done and not made.news:
        raise SomethingMissing(_("Tell in a sentence what came of it: the group reads it."))
    made.done_on = (made.done_on or clock.today()) if note.is_done else None
    made.save()
    log.record("talk.promise-told", actor=actor, target=made.talk)
    return made


def _columns(actor: Actor, note: PromiseNote) -> dict[str, object]:
    if not note.what.strip():
        raise SomethingMissing(_("Say in a sentence what you promise."))
    owner = get_membership(actor, note.owner_id) if note.owner_id else None
    return {
        "what": note.what.strip(),
        "due_on": note.due_on,
        "owner_id": owner.pk if owner else None,
    }


def _refuse_counted(talk: GroupTalk) -> None:
    if talk.counted_at is not None:
        raise VotingOver(_("The votes are counted. See what was promised."))
    if talk.evening.cancelled_at is not None:
        raise VotingOver(_("This evening does not take place."))
