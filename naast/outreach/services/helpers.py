"""The light list: who helps now and then, on which days, and asking again once a year."""

from dataclasses import asdict
from datetime import date
from uuid import UUID

from dateutil.relativedelta import relativedelta
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from naast.audit import log
from naast.core import clock
from naast.core.errors import DomainError, StateConflict
from naast.messaging import services as messaging
from naast.messaging.texts import Words
from naast.organisations.actors import Actor
from naast.outreach import letters
from naast.outreach.inputs import HelperNote
from naast.outreach.models import Helper, HelperDay
from naast.outreach.policies import helpers as policies
from naast.people.api import NewPerson, create_person, get_person, put_on_hat, take_step
from naast.people.models import Person, VolunteerProfile
from naast.people.names import sort_name
from naast.recruitment.inputs import NewApplication
from naast.recruitment.models import CameBy
from naast.recruitment.services.arrivals import NameMissing, NoWayToAnswer, apply

A_YEAR = relativedelta(years=1)
# Two years after the last day somebody is forgotten, unless they were asked again meanwhile.
KEPT_FOR = relativedelta(years=2)
# Nobody is asked twice within the same year.
AT_LEAST_BETWEEN = relativedelta(months=11)


@transaction.atomic
def add_helper(*, actor: Actor, note: HelperNote) -> Helper:
    """Write somebody down lightly: a name, one way to reach them, what they do (S1-62). No person, no
    file. Raises NotAllowed, NameMissing, NoWayToAnswer or DomainError for two ways to reach them."""
    policies.can_keep(actor).require()
    columns = _columns(note)
    helper = Helper.objects.create(organisation_id=actor.organisation_id, **columns)
    for day, is_insured in dict(note.days).items():
        _note_day(actor, helper, day, "", is_insured=is_insured)
    _settle(helper)
    log.record("helper.added", actor=actor, target=helper, changes={"rhythm": helper.rhythm})
    return helper


@transaction.atomic
def change_helper(*, actor: Actor, helper_id: UUID, note: HelperNote) -> Helper:
    """Change what we know. Raises Helper.DoesNotExist and as `add_helper`."""
    policies.can_keep(actor).require()
    helper = _lock(actor, helper_id)
    for name, value in _columns(note).items():
        setattr(helper, name, value)
    helper.save()
    _settle(helper)
    log.record("helper.changed", actor=actor, target=helper)
    return helper


@transaction.atomic
def add_day(
    *, actor: Actor, helper_id: UUID, day: date, what: str = "", is_insured: bool = True
) -> HelperDay:
    """They helped (or will help) on this day. The same day twice is one day. Raises Helper.DoesNotExist or
    NotAllowed."""
    policies.can_keep(actor).require()
    helper = _lock(actor, helper_id)
    noted = _note_day(actor, helper, day, what, is_insured=is_insured)
    _settle(helper)
    log.record("helper.day-noted", actor=actor, target=helper)
    return noted


def _note_day(actor: Actor, helper: Helper, day: date, what: str, *, is_insured: bool) -> HelperDay:
    noted, _made = HelperDay.objects.update_or_create(
        helper=helper,
        day=day,
        defaults={
            "organisation_id": actor.organisation_id,
            "what": what.strip(),
            # Own initiatives are not ours to insure (S3-3).
            "is_insured": is_insured and not helper.is_own_initiative,
            "noted_by_id": actor.membership_id,
        },
    )
    return noted


def _settle(helper: Helper) -> None:
    """The last day, and for who comes every year the day to ask again: a year after the last."""
    helper.last_on = helper.days.aggregate(last=Max("day"))["last"] or helper.last_on
    if helper.rhythm != Helper.Rhythm.YEARLY:
        helper.invite_again_on = None
    elif helper.invite_again_on is None or (helper.last_on or date.min) >= helper.invite_again_on:
        helper.invite_again_on = (helper.last_on or clock.today()) + A_YEAR
    helper.save(update_fields=["last_on", "invite_again_on"])


def usual_words(actor: Actor, helper: Helper) -> Words:
    """The words of the yearly letter to start from, filled in."""
    return messaging.compose(actor=actor, letter=_letter(helper, None))


def preview(actor: Actor, helper: Helper, words: Words) -> Words:
    """The yearly letter as it would go out now. Raises as messaging.services.compose."""
    return messaging.compose(actor=actor, letter=_letter(helper, words))


@transaction.atomic
def invite_again(*, actor: Actor, helper_id: UUID, words: Words | None = None) -> Helper:
    """Ask again: a letter to who has an address; otherwise this notes that you called. Once a year.

    Raises Helper.DoesNotExist, NotAllowed, StateConflict for who was asked this year already, or
    texts.UnknownPlaceholder, texts.SubjectUnfit.
    """
    policies.can_keep(actor).require()
    helper = _lock(actor, helper_id)
    today = clock.today()
    if helper.moved_on is not None:
        raise StateConflict(_("This person does more with us now."))
    if helper.invited_on is not None and helper.invited_on + AT_LEAST_BETWEEN > today:
        raise StateConflict(_("This person was asked this year already."))
    if helper.email:
        messaging.write(actor=actor, letter=_letter(helper, words))
    helper.invited_on = today
    is_long_ago = (helper.last_on or today) + KEPT_FOR <= today
    helper.invite_again_on = None if is_long_ago else today + A_YEAR
    helper.save(update_fields=["invited_on", "invite_again_on"])
    log.record("helper.invited-again", actor=actor, target=helper)
    return helper


def _letter(helper: Helper, words: Words | None) -> messaging.Letter:
    kind, values = letters.HELPER_AGAIN, {"first_name": helper.first_name, "what": helper.what}
    return messaging.Letter(
        address=helper.email,
        kind=kind.code,
        language=helper.language,
        values=values,
        about_id=helper.pk,
        words=words,
        is_open=True,
    )


@transaction.atomic
def make_person(*, actor: Actor, helper_id: UUID, person_id: UUID | None = None) -> Helper:
    """Somebody wants more: a person with a volunteer's card takes over: a new one, or somebody who is on
    the list already (`person_id`; look at `queries.helpers.likely_same` first). Raises Helper.DoesNotExist,
    Person.DoesNotExist, NotAllowed, StateConflict, or people.ExpectationsMissing for somebody who takes
    part here: they apply, so that both say what they expect."""
    policies.can_keep(actor).require()
    helper = _lock(actor, helper_id)
    _refuse_moved(helper)
    helper.person = (
        _new_person(actor, helper) if person_id is None else _with_card(actor, helper, person_id)
    )
    return _moved(actor, helper)


def _with_card(actor: Actor, helper: Helper, person_id: UUID) -> Person:
    """Somebody on the list, with a volunteer's card beside what they have."""
    person = get_person(actor, person_id)
    if not hasattr(person, "volunteer"):
        put_on_hat(
            actor=actor,
            person_id=person.pk,
            hat="volunteer",
            fields={"knowledge": helper.what},
            status=VolunteerProfile.Status.INTERESTED,
        )
    elif person.volunteer.status == VolunteerProfile.Status.FORMER:
        take_step(actor=actor, person_id=person.pk, hat="volunteer", step="start-again")
    return person


def _new_person(actor: Actor, helper: Helper) -> Person:
    given, _space, family = helper.name.partition(" ")
    status = VolunteerProfile.Status.INTERESTED
    return create_person(
        actor=actor,
        new=NewPerson(
            given_name=given,
            family_name=family,
            email=helper.email,
            phone=helper.phone,
            volunteer={"status": status, "knowledge": helper.what},
        ),
    )


@transaction.atomic
def make_application(*, actor: Actor, helper_id: UUID, programme_id: UUID) -> Helper:
    """Somebody wants more: an application takes over. Raises Helper.DoesNotExist, NotAllowed,
    StateConflict, or as recruitment's apply."""
    policies.can_keep(actor).require()
    helper = _lock(actor, helper_id)
    _refuse_moved(helper)
    given, _space, family = helper.name.partition(" ")
    helper.application = apply(
        actor=actor,
        new=NewApplication(
            programme_id=programme_id,
            given_name=given,
            family_name=family,
            email=helper.email,
            phone=helper.phone,
            language=helper.language,
            came_by=CameBy.IN_PERSON,
            can=helper.what,
        ),
    )
    return _moved(actor, helper)


def _moved(actor: Actor, helper: Helper) -> Helper:
    helper.moved_on, helper.invite_again_on = clock.today(), None
    helper.save(update_fields=["moved_on", "invite_again_on", "person", "application"])
    log.record("helper.moved-on", actor=actor, target=helper)
    return helper


def _refuse_moved(helper: Helper) -> None:
    if helper.moved_on is not None:
        raise StateConflict(_("This person does more with us now."))


def _lock(actor: Actor, helper_id: UUID) -> Helper:
    return policies.visible_to(actor).select_for_update(of=("self",)).get(pk=helper_id)


def _columns(note: HelperNote) -> dict[str, object]:
    name, email, phone = note.name.strip(), note.email.strip().lower(), note.phone.strip()
    if not name:
        raise NameMissing(_("What may we call them? A first name is enough."))
    if not (email or phone):
        raise NoWayToAnswer(_("Give an e-mail address or a phone number: one is enough."))
    if email and phone:
        raise DomainError(_("One way to reach them is enough: keep the one they like best."))
    columns = {**asdict(note), "name": name, "email": email, "phone": phone}
    del columns["days"]
    given, _space, family = name.partition(" ")
    return {**columns, "sort_name": sort_name(given, family)}
