"""What the one who complains does: tell it, choose who listens, agree to be named, take it back (S4-22)."""

from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.audit import log
from naast.complaints.inputs import ForSomebody, NewComplaint
from naast.complaints.models import Complaint, MediatedTalk, Observation
from naast.complaints.policies import complaints as policies
from naast.complaints.queries import complaints as queries
from naast.complaints.queries.terms import terms_of
from naast.complaints.services.telling import Words, tell_listener, tell_receiver, tell_sides
from naast.complaints.states import COMPLAINT, WITHDRAW, About, Hat, Side
from naast.core import clock
from naast.core.errors import Incomplete, StateConflict
from naast.core.working_days import add_working_days
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation
from naast.organisations.taps import a_moment_ago, same_words, wait_in_line
from naast.parting.inputs import SeenInput
from naast.people.api import visible_to as people_visible_to

TO_LISTEN: Words = (
    gettext_lazy("Somebody asks you to listen"),
    gettext_lazy(
        "Somebody chose you to listen to something. Your page shows it. Only you read it."
    ),
)
TAKEN_BACK: Words = (
    gettext_lazy("Something was taken back"),
    gettext_lazy("Something you were asked about was taken back. Your page shows it."),
)
# A second tap within so long is the same complaint.


@transaction.atomic
def tell_complaint(*, actor: Actor, new: NewComplaint) -> Complaint:
    """Somebody tells what they are not content with, and who may listen. Raises Incomplete."""
    return _file(actor, new, Complaint(
        reporter_id=actor.person_id, reporter_member_id=actor.membership_id
    ))  # fmt: skip


@transaction.atomic
def write_down(*, actor: Actor, new: NewComplaint, whom: ForSomebody) -> Complaint:
    """Staff write it down for somebody who told them: a person of the house, or family by name. Who writes reads it
    no more, unless they were chosen to listen. Raises NotAllowed, Incomplete or Person.DoesNotExist."""
    policies.can_write_down(actor).require()
    if whom.person_id is None and not whom.name.strip():
        raise Incomplete({"name": _("Write who told you this, and how to reach them.")})
    complaint = Complaint(reporter_name=whom.name.strip())
    if whom.person_id is not None:
        complaint.reporter = people_visible_to(actor).get(pk=whom.person_id)
    return _file(actor, new, complaint)


def _file(actor: Actor, new: NewComplaint, complaint: Complaint) -> Complaint:
    complaint.organisation_id = actor.organisation_id
    complaint.written_by_id = actor.membership_id
    complaint.about, complaint.hat = new.about, new.hat
    complaint.other_id, complaint.other_member_id = new.other_id, new.other_member_id
    complaint.other_words = new.other_words.strip()
    complaint.without_coordinator = new.without_coordinator
    ear = _check(actor, new, complaint)
    twice = _just_told(actor, complaint, new.seen.facts)
    if twice is not None:
        return twice
    today = clock.today()
    house = Organisation.objects.get(pk=actor.organisation_id)
    terms = terms_of(house.pk)
    complaint.state_since = clock.now()
    complaint.receiver_id = ear.who.membership_id
    complaint.named_on = today if new.may_be_named else None
    complaint.confirm_by = add_working_days(today, terms.confirm_days, house.country)
    complaint.answer_by = today + timedelta(weeks=terms.answer_weeks)
    complaint.save()
    _observe(actor, complaint, Side.REPORTER, new.seen)
    changes = {"about": complaint.about, "receiver": str(complaint.receiver_id)}
    log.record("complaint.told", actor=actor, target=complaint, changes=changes)
    tell_listener(actor, complaint, ear.user, TO_LISTEN)
    return complaint


def _check(actor: Actor, new: NewComplaint, complaint: Complaint) -> queries.Ear:
    """Who listens. Raises Incomplete."""
    missing = dict(_missing(new.seen))
    if new.about not in About.values:
        missing["about"] = _("Choose what it is about.")
    if new.hat not in Hat.values:
        missing["hat"] = _("Choose as whom you say this.")
    if policies.side_of(actor, complaint) == Side.OTHER:
        missing["who"] = _("This is about yourself. Let a colleague write it down.")
    if complaint.reporter_id is not None and complaint.reporter_id == complaint.other_id:
        missing["who"] = _("Choose somebody else: this is who tells it.")
    chosen = [
        ear
        for ear in queries.ears_for(actor, complaint)
        if ear.who.membership_id == new.receiver_id
    ]
    if not chosen:
        missing["receiver"] = _("Choose somebody else to listen: this one is concerned by it.")
    if missing:
        raise Incomplete(missing)
    return chosen[0]


def _missing(seen: SeenInput) -> dict[str, str]:
    missing = {}
    if not seen.facts.strip():
        missing["facts"] = _("Write in a few words what happened.")
    if seen.seen_on > clock.today():
        missing["seen_on"] = _("Choose today or a day that is past.")
    if not seen.is_first_hand and not seen.seen_by.strip():
        missing["seen_by"] = _("Write from whom you heard it.")
    return missing


def _just_told(actor: Actor, new: Complaint, facts: str) -> Complaint | None:
    """The same words of the same person a moment ago: a second tap is no second complaint. Two at once queue here."""
    wait_in_line(actor)
    rows = Complaint.objects.filter(
        organisation_id=actor.organisation_id,
        written_by_id=actor.membership_id,
        reporter_id=new.reporter_id,
        reporter_member_id=new.reporter_member_id,
        closed_on__isnull=True,
        created_at__gt=a_moment_ago(),
    ).prefetch_related("observations")
    for row in rows:
        if row.reporter_name == new.reporter_name and same_words(
            row.observations.all(), facts=facts
        ):
            return row
    return None


def _observe(actor: Actor, complaint: Complaint, side: str, seen: SeenInput) -> Observation:
    made = Observation.objects.create(
        organisation_id=complaint.organisation_id,
        complaint=complaint,
        side=side,
        seen_on=seen.seen_on,
        is_first_hand=seen.is_first_hand,
        seen_by=seen.seen_by.strip(),
        facts=seen.facts.strip(),
        written_by_id=actor.membership_id,
    )
    changes = {"side": side, "first_hand": seen.is_first_hand}
    log.record("complaint.seen", actor=actor, target=complaint, changes=changes)
    return made


@transaction.atomic
def add_own_observation(*, actor: Actor, complaint_id: UUID, seen: SeenInput) -> Observation:
    """One of the two adds what they saw or heard themselves, or from whom they heard it. Raises
    Complaint.DoesNotExist, NotAllowed, StateConflict or Incomplete."""
    complaint = queries.lock(policies.own_of(actor), complaint_id)
    policies.can_say(actor, complaint).require()
    return _add(actor, complaint, policies.side_of(actor, complaint), seen)


@transaction.atomic
def note_observation(
    *, actor: Actor, complaint_id: UUID, side: str, seen: SeenInput
) -> Observation:
    """Who listens writes down what somebody saw, brought in by one of the sides. Raises Complaint.DoesNotExist,
    NotAllowed, StateConflict or Incomplete."""
    complaint = queries.lock(policies.visible_to(actor), complaint_id)
    policies.can_handle(actor, complaint).require()
    return _add(actor, complaint, side, seen)


def _add(actor: Actor, complaint: Complaint, side: str, seen: SeenInput) -> Observation:
    require_before_answer(complaint)
    missing = _missing(seen)
    if missing:
        raise Incomplete(missing)
    return _observe(actor, complaint, side, seen)


def require_before_answer(complaint: Complaint) -> None:
    """Raises StateConflict when it was answered or is over."""
    if complaint.answered_on is not None or not complaint.is_open:
        raise StateConflict(_("This was answered already."))


@transaction.atomic
def choose_listener(*, actor: Actor, complaint_id: UUID, receiver_id: UUID) -> Complaint:
    """Who told it chooses somebody else to listen, at any time until it is over; who listened before reads it no
    more. Raises Complaint.DoesNotExist, StateConflict or Incomplete."""
    complaint = queries.lock(policies.told_by(actor), complaint_id)
    return give_to(actor, complaint, receiver_id, kind="complaint.listener-chosen")


def give_to(actor: Actor, complaint: Complaint, receiver_id: UUID, *, kind: str) -> Complaint:
    """Let somebody else listen, within the transaction of the caller. Raises StateConflict or Incomplete."""
    if not complaint.is_open:
        raise StateConflict(_("This is over."))
    chosen = [
        ear for ear in queries.ears_for(actor, complaint) if ear.who.membership_id == receiver_id
    ]
    if not chosen:
        raise Incomplete({"receiver": _("Choose somebody who is not concerned by it.")})
    before, complaint.receiver_id = complaint.receiver_id, receiver_id
    complaint.save(update_fields=["receiver"])
    lead_instead(complaint, before=before)
    log.record(kind, actor=actor, target=complaint, changes={"receiver": str(receiver_id)})
    tell_listener(actor, complaint, chosen[0].user, TO_LISTEN)
    return complaint


def lead_instead(complaint: Complaint, *, before: UUID | None) -> None:
    """Who listened before and leads the talk as well would read on by that: who listens now leads it, until they
    plan it with somebody else. Where nobody listened (None) it may have been who stepped aside."""
    talks = MediatedTalk.objects.filter(complaint=complaint)
    if before is not None:
        talks = talks.filter(mediator_id=before)
    talks.update(mediator_id=complaint.receiver_id)


@transaction.atomic
def agree_to_be_named(*, actor: Actor, complaint_id: UUID) -> Complaint:
    """Who told it lets the other side know their name. Twice is the same as once. Raises Complaint.DoesNotExist."""
    complaint = queries.lock(policies.told_by(actor), complaint_id)
    return name_reporter(actor, complaint, day=clock.today())


def name_reporter(actor: Actor, complaint: Complaint, *, day: date) -> Complaint:
    """Keep that the name may be told, within the transaction of the caller."""
    if complaint.named_on is None:
        complaint.named_on = day
        complaint.save(update_fields=["named_on"])
        log.record("complaint.may-be-named", actor=actor, target=complaint)
    return complaint


@transaction.atomic
def withdraw(*, actor: Actor, complaint_id: UUID, words: str = "") -> Complaint:
    """Who told it takes it back; no reason is asked. Raises Complaint.DoesNotExist or StateConflict."""
    complaint = queries.lock(policies.told_by(actor), complaint_id)
    return take_back(actor, complaint, words)


def take_back(actor: Actor, complaint: Complaint, words: str) -> Complaint:
    """End it because who told it wants that, within the transaction of the caller. Raises StateConflict."""
    complaint.state = COMPLAINT.target(WITHDRAW, source=complaint.state)
    complaint.state_since, complaint.closed_on = clock.now(), clock.today()
    complaint.reporter_words = words.strip()
    complaint.save(update_fields=["state", "state_since", "closed_on", "reporter_words"])
    log.record("complaint.withdrawn", actor=actor, target=complaint)
    tell_sides(actor, complaint, TAKEN_BACK)
    tell_receiver(actor, complaint, TAKEN_BACK)
    return complaint
