"""Stepping back, a break, and coming back. Nothing ends and no participant hears of it before a talk."""

from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from naast.audit import log
from naast.capacity.errors import AlreadyAsked, AlreadyTalked, NothingLeft
from naast.capacity.inputs import Break, Less, Talk
from naast.capacity.models import StepBack, StepBackMatch
from naast.capacity.policies import load as policies
from naast.capacity.services.asking import TALKED, close_question
from naast.capacity.services.telling import ASKED, BACK, tell_volunteer, tell_who_looks_after
from naast.companionship.models import Match
from naast.companionship.policies.matches import own_as_volunteer
from naast.companionship.services.callbacks import PROMISED_WORKING_DAYS
from naast.companionship.states import OPEN_STATES
from naast.core import clock
from naast.core.errors import NotAllowed
from naast.core.working_days import add_working_days
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation
from naast.people.api import change_hat, lock_person, take_step
from naast.people.models import Person, VolunteerProfile

Kind = StepBack.Kind
LONGEST = timedelta(days=366)
ACTIVE, PAUSED = VolunteerProfile.Status.ACTIVE, VolunteerProfile.Status.PAUSED


@transaction.atomic
def ask_less(*, actor: Actor, less: Less) -> StepBack:
    """The volunteer would like to do less. From this moment nobody proposes them for anything new; a
    coordinator calls within two working days, and what happens with each match is agreed there.

    Raises NotAllowed, AlreadyAsked, or NothingLeft when no match of theirs was chosen.
    """
    person = _myself(actor)
    matches = list(own_as_volunteer(actor).filter(pk__in=less.wishes))
    if not matches:
        raise NothingLeft(_("Choose for whom you would like to do less."))
    step_back = _make(actor, person, Kind.LESS, from_on=less.from_on, words=less.words)
    StepBackMatch.objects.bulk_create(
        StepBackMatch(
            organisation_id=actor.organisation_id,
            step_back=step_back,
            match=match,
            wish=less.wishes[match.pk],
        )
        for match in matches
    )
    ending = [each for each in matches if less.wishes[each.pk] == StepBackMatch.Wish.WIND_DOWN]
    _nothing_new(actor, person, fewer=len(ending))
    _asked(actor, step_back)
    return step_back


@transaction.atomic
def ask_break(*, actor: Actor, wish: Break) -> StepBack:
    """The volunteer takes a break until a day. They are asked for nothing new at once; a coordinator calls
    within two working days about the matches, which rest or are handed to a stand-in after that call.

    Raises NotAllowed, AlreadyAsked, or NothingLeft when the days don’t make a break.
    """
    person = _myself(actor)
    if wish.until_on < max(wish.from_on, clock.today()):
        raise NothingLeft(_("The last day comes after the first, and is still to come."))
    _require_not_for_years(wish.until_on)
    step_back = _make(
        actor, person, Kind.PAUSE, from_on=wish.from_on, until_on=wish.until_on, words=wish.words
    )
    if not begin_break(actor=actor, step_back=step_back, today=clock.today()):
        changes = {"rests_until_on": wish.until_on}
        change_hat(actor=actor, person_id=person.pk, hat="volunteer", changes=changes)
    _asked(actor, step_back)
    return step_back


def begin_break(*, actor: Actor, step_back: StepBack, today: date) -> bool:
    """Let a break begin when its first day is there. Returns whether it did. Part of a transaction; the row
    comes with its person and volunteer's profile."""
    if step_back.from_on > today or step_back.person.volunteer.status != ACTIVE:
        return False
    take_step(actor=actor, person_id=step_back.person_id, hat="volunteer", step="pause")
    step_back.began_on = today
    step_back.save(update_fields=["began_on"])
    return True


@transaction.atomic
def take_back(*, actor: Actor, step_back_id: UUID) -> StepBack:
    """The volunteer changes their mind before the call. Raises StepBack.DoesNotExist or AlreadyTalked."""
    person = _myself(actor)
    step_back = _locked_own(actor, step_back_id)
    if not step_back.is_open:
        raise AlreadyTalked(
            _("We talked about this already. Tell your coordinator what you would like.")
        )
    if step_back.is_break:
        _be_active(actor, person)
    else:
        changes = {"max_matches": step_back.most_before}
        change_hat(actor=actor, person_id=person.pk, hat="volunteer", changes=changes)
    step_back.taken_back_on = clock.today()
    step_back.save(update_fields=["taken_back_on"])
    log.record("load.step-back-taken-back", actor=actor, target=person)
    return step_back


@transaction.atomic
def settle(*, actor: Actor, step_back_id: UUID, talk: Talk) -> StepBack:
    """Write down that somebody talked with the volunteer and what was agreed; they read it, and nobody else
    is told by Naast. Steps in matches are taken on their own pages.

    Raises StepBack.DoesNotExist, NotAllowed, or AlreadyTalked when a colleague was first or the volunteer
    took it back.
    """
    rows = policies.steps_back(actor).select_related("person__user")
    step_back = rows.select_for_update(of=("self",), no_key=True).get(pk=step_back_id)
    policies.can_look_after(actor, step_back.person_id).require()
    if not step_back.is_open:
        raise AlreadyTalked(_("This was talked about or taken back in the meantime. Look again."))
    step_back.talked_on, step_back.agreed = talk.talked_on, talk.agreed
    step_back.talked_by_id = actor.membership_id
    step_back.save(update_fields=["talked_on", "agreed", "talked_by"])
    log.record("load.step-back-settled", actor=actor, target=step_back.person)
    page = actor.url("capacity:asked", step_back_id=step_back.pk)
    tell_volunteer(actor, step_back.person, TALKED, page)
    return step_back


@transaction.atomic
def come_back(*, actor: Actor, step_back_id: UUID) -> StepBack:
    """«I’m back.» Raises StepBack.DoesNotExist or AlreadyTalked when this break is over already."""
    person = _myself(actor)
    step_back = _going_on(actor, step_back_id)
    _be_active(actor, person)
    step_back.back_on = clock.today()
    step_back.save(update_fields=["back_on"])
    log.record("load.came-back", actor=actor, target=person)
    tell_who_looks_after(actor, step_back, BACK)
    return step_back


@transaction.atomic
def stay_away_longer(*, actor: Actor, step_back_id: UUID, until_on: date) -> StepBack:
    """A little longer. Raises StepBack.DoesNotExist, AlreadyTalked as above, or NothingLeft for a day that is
    past."""
    person = _myself(actor)
    step_back = _going_on(actor, step_back_id)
    if until_on <= clock.today() or until_on < step_back.from_on:
        raise NothingLeft(_("Choose a day that is still to come."))
    _require_not_for_years(until_on)
    step_back.until_on = until_on
    step_back.save(update_fields=["until_on"])
    log.record("load.break-longer", actor=actor, target=person)
    tell_who_looks_after(actor, step_back, BACK)
    return step_back


@transaction.atomic
def note_answer(*, actor: Actor, step_back_id: UUID, until_on: date | None) -> StepBack:
    """A coordinator writes down what a volunteer answered by phone: back (None), or away until a later day.

    Raises StepBack.DoesNotExist, NotAllowed, AlreadyTalked when this break is over or was not talked about yet,
    or NothingLeft for a day that is past.
    """
    rows = policies.steps_back(actor).select_related("person__volunteer")
    step_back = rows.select_for_update(of=("self",), no_key=True).get(pk=step_back_id)
    policies.can_look_after(actor, step_back.person_id).require()
    _require_going_on(step_back)
    if until_on is None:
        _be_active(actor, step_back.person)
        step_back.back_on = clock.today()
    elif until_on <= clock.today():
        raise NothingLeft(_("Choose a day that is still to come."))
    else:
        _require_not_for_years(until_on)
        step_back.until_on = until_on
    step_back.save(update_fields=["back_on", "until_on"])
    kind = "load.came-back" if until_on is None else "load.break-longer"
    log.record(kind, actor=actor, target=step_back.person)
    return step_back


def _require_not_for_years(until_on: date) -> None:
    if until_on > clock.today() + LONGEST:
        raise NothingLeft(_("A year at most. Is it for longer? Talk about it together."))


def _myself(actor: Actor) -> Person:
    """The actor as a volunteer, locked: two taps at once queue here. Raises NotAllowed."""
    person = lock_person(actor, policies.own_person(actor))
    if not hasattr(person, "volunteer"):
        raise NotAllowed(_("Only a volunteer can ask this."))
    return person


def _make(
    actor: Actor,
    person: Person,
    kind: str,
    *,
    from_on: date,
    until_on: date | None = None,
    words: str,
) -> StepBack:
    waiting = policies.own_steps_back(actor).filter(
        talked_on__isnull=True, taken_back_on__isnull=True
    )
    if waiting.exists():
        raise AlreadyAsked(_("You asked this already. We call you, as we promised."))
    house = Organisation.objects.get(pk=actor.organisation_id)
    return StepBack.objects.create(
        organisation_id=actor.organisation_id,
        person=person,
        kind=kind,
        from_on=from_on,
        until_on=until_on,
        words=words,
        promised_on=add_working_days(clock.today(), PROMISED_WORKING_DAYS, house.country),
        most_before=person.volunteer.max_matches,
    )


def _nothing_new(actor: Actor, person: Person, *, fewer: int) -> None:
    """As many matches as there are now, less those that will end: so that nobody proposes a new one."""
    now = Match.objects.filter(
        organisation_id=actor.organisation_id, volunteer=person, state__in=OPEN_STATES
    ).count()
    own = person.volunteer.max_matches
    most = max(now - fewer, 0) if own is None else min(own, max(now - fewer, 0))
    changes = {"max_matches": most}
    change_hat(actor=actor, person_id=person.pk, hat="volunteer", changes=changes)


def _asked(actor: Actor, step_back: StepBack) -> None:
    close_question(actor=actor, person_id=step_back.person_id)
    changes = {"kind": step_back.kind}
    log.record("load.stepped-back", actor=actor, target=step_back.person, changes=changes)
    tell_who_looks_after(actor, step_back, ASKED)


def _locked_own(actor: Actor, step_back_id: UUID) -> StepBack:
    rows = policies.own_steps_back(actor).select_for_update(no_key=True)
    return rows.get(pk=step_back_id)


def _going_on(actor: Actor, step_back_id: UUID) -> StepBack:
    step_back = _locked_own(actor, step_back_id)
    _require_going_on(step_back)
    return step_back


def _require_going_on(step_back: StepBack) -> None:
    if not step_back.is_going_on:
        raise AlreadyTalked(_("This break is over already."))


def _be_active(actor: Actor, person: Person) -> None:
    if person.volunteer.status == PAUSED:
        take_step(actor=actor, person_id=person.pk, hat="volunteer", step="come-back")
    changes = {"rests_until_on": None}
    change_hat(actor=actor, person_id=person.pk, hat="volunteer", changes=changes)
