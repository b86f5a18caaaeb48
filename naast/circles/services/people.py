"""Who belongs to a circle: volunteers inside, professionals outside, and the yes of the core member."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from naast.audit import log
from naast.circles.errors import AlreadyInside, CircleFull, NotOfHere, WordsMissing
from naast.circles.inputs import OuterNote
from naast.circles.models import Circle, InnerMember, OuterMember
from naast.circles.policies import circles as policies
from naast.circles.queries import circles as queries
from naast.circles.services import telling
from naast.circles.services.circles import pause_if_meeting, require_ready_for
from naast.circles.states import BEFORE_MEETING, MOST_VOLUNTEERS, Subject
from naast.core import clock
from naast.core.errors import NotAllowed
from naast.organisations.actors import Actor
from naast.organisations.models import Function, Membership
from naast.organisations.queries import colleagues


@transaction.atomic
def add_volunteer(*, actor: Actor, circle_id: UUID, person_id: UUID) -> InnerMember:
    """Give a volunteer of the programme a place in the circle; six is the most (S1-159). In a circle that meets
    already only who is ready (S0-44). Raises Circle.DoesNotExist, NotAllowed, CircleFull, AlreadyInside,
    NotOfHere or StillNeeded."""
    # Two colleagues may fill the last place at once: the lock makes them queue.
    circle = queries.lock_circle(actor, circle_id)
    policies.can_change(actor, circle).require()
    inside = set(circle.inner.filter(ended_on__isnull=True).values_list("person_id", flat=True))
    if person_id in inside:
        raise AlreadyInside(_("This volunteer has a place in the circle already."))
    if len(inside) >= MOST_VOLUNTEERS:
        raise CircleFull(_("A circle has six volunteers at most."))
    if not queries.may_join(circle).filter(pk=person_id).exists():
        raise NotOfHere(
            _("Choose a volunteer who takes part in this programme and has room for something new.")
        )
    if circle.state not in BEFORE_MEETING:
        require_ready_for(circle, person_id)
    place = InnerMember.objects.create(
        organisation_id=circle.organisation_id,
        circle=circle,
        person_id=person_id,
        joined_on=clock.today(),
    )
    log.record(
        "circle.volunteer-joined", actor=actor, target=circle, changes={"place": str(place.pk)}
    )
    return place


@transaction.atomic
def end_place(*, actor: Actor, circle_id: UUID, place_id: UUID, reason: str) -> InnerMember:
    """A volunteer leaves the circle, with a reason; from now on its pages are closed to them. Minutes that were
    theirs to write are anybody's. Raises Circle.DoesNotExist, InnerMember.DoesNotExist, NotAllowed or
    WordsMissing."""
    circle = queries.lock_circle(actor, circle_id)
    policies.can_change(actor, circle).require()
    place: InnerMember = circle.inner.get(pk=place_id, ended_on__isnull=True)
    if not reason.strip():
        raise WordsMissing(_("Say in a few words why the place ends."))
    place.ended_on, place.reason = clock.today(), reason.strip()
    place.save(update_fields=["ended_on", "reason"])
    circle.meetings.filter(writer_id=place.person_id, written_at__isnull=True).update(writer=None)
    log.record(
        "circle.volunteer-left", actor=actor, target=circle, changes={"place": str(place.pk)}
    )
    return place


@transaction.atomic
def end_all_places(*, actor: Actor, person_id: UUID, reason: str) -> int:
    """Somebody leaves the organisation: all their places end. Whoever arranges that need not look after the
    circles, and learns neither which nor how many. Returns how many ended; raises NotAllowed."""
    if not actor.is_coordinator:
        raise NotAllowed(_("Only a coordinator can do this."))
    places = InnerMember.objects.filter(
        organisation_id=actor.organisation_id, person_id=person_id, ended_on__isnull=True
    )
    rows = list(places.select_for_update(of=("self",)).select_related("circle"))
    for place in rows:
        place.ended_on, place.reason = max(clock.today(), place.joined_on), reason
        place.save(update_fields=["ended_on", "reason"])
        place.circle.meetings.filter(writer_id=person_id, written_at__isnull=True).update(
            writer=None
        )
        log.record(
            "circle.volunteer-left",
            actor=actor,
            target=place.circle,
            changes={"place": str(place.pk)},
        )
    return len(rows)


@transaction.atomic
def add_outer(*, actor: Actor, circle_id: UUID, note: OuterNote) -> OuterMember:
    """Somebody stands in the outer circle (S1-160). They are told nothing by this. Raises Circle.DoesNotExist,
    NotAllowed, NotOfHere or AlreadyInside."""
    circle = queries.lock_circle(actor, circle_id)
    policies.can_change(actor, circle).require()
    outer = OuterMember(organisation_id=circle.organisation_id, circle=circle)
    _fill(actor, outer, note)
    outer.save(force_insert=True)
    log.record("circle.outer-added", actor=actor, target=circle, changes={"outer": str(outer.pk)})
    return outer


@transaction.atomic
def change_outer(*, actor: Actor, circle_id: UUID, outer_id: UUID, note: OuterNote) -> OuterMember:
    """What somebody of the outer circle is, and what they may hear. Raises as add_outer(), and
    OuterMember.DoesNotExist."""
    circle = queries.lock_circle(actor, circle_id)
    policies.can_change(actor, circle).require()
    outer: OuterMember = circle.outer.get(pk=outer_id, left_on__isnull=True)
    _require_same_reader(outer, note)
    _fill(actor, outer, note)
    outer.save()
    log.record("circle.outer-changed", actor=actor, target=circle, changes={"outer": str(outer.pk)})
    return outer


def _fill(actor: Actor, outer: OuterMember, note: OuterNote) -> None:
    if note.consented_on is not None and note.consented_on > clock.today():
        raise NotOfHere(_("This day is still to come."))
    if not set(note.may_hear) <= set(Subject.values):
        raise NotOfHere(_("Choose from the list what this person may hear."))
    if note.may_hear and note.consented_on is None:
        raise NotOfHere(_("Say on which day the core member agreed to this."))
    if note.may_hear and outer.revoked_on is not None:
        _require_new_yes(outer, note.consented_on or outer.revoked_on)
    outer.membership = _professional(actor, outer, note.membership_id)
    outer.name, outer.role = note.name.strip(), note.role.strip()
    outer.works_at, outer.contact = note.works_at.strip(), note.contact.strip()
    outer.may_hear = list(note.may_hear)
    outer.consented_on, outer.consent_how = note.consented_on, note.consent_how
    if note.may_hear:
        # A new yes counts again.
        outer.revoked_on = None


def _require_new_yes(outer: OuterMember, day: date) -> None:
    """A form that was open while the yes was taken back still shows the old day: it does not undo that."""
    if outer.revoked_on is not None and (day < outer.revoked_on or day == outer.consented_on):
        raise NotOfHere(
            _("The core member took their yes back. Say on which day they agreed anew.")
        )


def _require_same_reader(outer: OuterMember, note: OuterNote) -> None:
    """What was released was for this person: nobody else reads it by taking over their line."""
    if note.membership_id == outer.membership_id:
        return
    is_same = outer.membership_id is None and note.name.strip() == outer.name
    if not is_same and outer.received.filter(passage__released_at__isnull=False).exists():
        raise NotOfHere(
            _(
                "What was passed on was for this person. Let them leave the outer circle and add the other as new."
            )
        )


def _professional(
    actor: Actor, outer: OuterMember, membership_id: UUID | None
) -> Membership | None:
    if membership_id is None:
        return None
    found = colleagues(actor, Function.PROFESSIONAL).filter(pk=membership_id).first()
    if found is None:
        raise NotOfHere(_("Choose a professional of this organisation."))
    others = OuterMember.objects.filter(
        circle_id=outer.circle_id, membership=found, left_on__isnull=True
    )
    if others.exclude(pk=outer.pk).exists():
        raise AlreadyInside(_("This colleague stands in the outer circle already."))
    return found


@transaction.atomic
def let_outer_go(*, actor: Actor, circle_id: UUID, outer_id: UUID) -> OuterMember:
    """Somebody stands in the outer circle no longer; what they read stays in the log. Raises
    Circle.DoesNotExist, OuterMember.DoesNotExist or NotAllowed."""
    circle = queries.lock_circle(actor, circle_id)
    policies.can_change(actor, circle).require()
    outer: OuterMember = circle.outer.get(pk=outer_id, left_on__isnull=True)
    outer.left_on = clock.today()
    outer.save(update_fields=["left_on"])
    log.record("circle.outer-left", actor=actor, target=circle, changes={"outer": str(outer.pk)})
    return outer


@transaction.atomic
def take_back_sharing(*, actor: Actor, circle_id: UUID, outer_id: UUID) -> OuterMember:
    """The core member no longer wants that this person is told anything; the coordinator may write it down for
    them. Counts at once. Raises Circle.DoesNotExist, OuterMember.DoesNotExist or NotAllowed."""
    circle = _lock_for_core(actor, circle_id)
    outer: OuterMember = circle.outer.get(pk=outer_id, left_on__isnull=True)
    outer.revoked_on, outer.may_hear = clock.today(), []
    outer.save(update_fields=["revoked_on", "may_hear"])
    log.record(
        "circle.sharing-taken-back", actor=actor, target=circle, changes={"outer": str(outer.pk)}
    )
    url = actor.url("circles:people", circle_id=circle.pk)
    telling.tell_leads(actor, circle, telling.YES_TAKEN_BACK, url)
    return outer


@transaction.atomic
def say_yes(*, actor: Actor, circle_id: UUID, day: date, how: str) -> Circle:
    """The core member says yes to the circle; the coordinator may write down what was said. Raises
    Circle.DoesNotExist, NotAllowed or NotOfHere."""
    circle = _lock_for_core(actor, circle_id)
    if day > clock.today():
        raise NotOfHere(_("This day is still to come."))
    taken_back = circle.consent_withdrawn_on
    if taken_back is not None and day < taken_back:
        raise NotOfHere(_("The yes was taken back after that day. Say when they agreed anew."))
    circle.consented_on, circle.consent_how = day, how
    circle.consent_withdrawn_on = None
    circle.save(update_fields=["consented_on", "consent_how", "consent_withdrawn_on"])
    log.record("circle.consented", actor=actor, target=circle, changes={"how": how})
    return circle


@transaction.atomic
def take_back_yes(*, actor: Actor, circle_id: UUID) -> Circle:
    """The core member no longer wants the circle: it rests at once, and the coordinator hears it today. Raises
    Circle.DoesNotExist or NotAllowed."""
    circle = _lock_for_core(actor, circle_id)
    if circle.consent_withdrawn_on is not None:
        # A second tap: it rests already, and was told.
        return circle
    circle.consent_withdrawn_on = clock.today()
    circle.save(update_fields=["consent_withdrawn_on"])
    pause_if_meeting(circle, actor=actor, words=_("The yes to the circle was taken back."))
    log.record("circle.consent-withdrawn", actor=actor, target=circle)
    url = actor.url("circles:circle", circle_id=circle.pk)
    telling.tell_leads(actor, circle, telling.YES_TAKEN_BACK, url, everybody=True)
    return circle


def _lock_for_core(actor: Actor, circle_id: UUID) -> Circle:
    """A circle about which the actor decides in the middle, or that they lead."""
    own = policies.as_core(actor)
    if not own.filter(pk=circle_id).exists():
        circle = queries.lock_circle(actor, circle_id)
        policies.can_change(actor, circle).require()
        return circle
    circle = queries.locked(own, circle_id)
    policies.can_decide_about_own(actor, circle).require()
    return circle
