"""What the group agrees: who does what by when. Nothing else of the evening is written down."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from naast.audit import log
from naast.core import clock
from naast.intervision.errors import EveningOver, NotOfHere, SomethingMissing
from naast.intervision.inputs import ActionNote
from naast.intervision.models import AgreedAction
from naast.intervision.policies import evenings as policies
from naast.intervision.policies.series import can_arrange
from naast.intervision.queries import evenings as queries
from naast.intervision.services.checking import check_text
from naast.organisations.actors import Actor
from naast.organisations.models import Membership

# What fits in the name of who does it.
LONGEST_NAME = 60


@transaction.atomic
def agree_action(*, actor: Actor, evening_id: UUID, note: ActionNote) -> AgreedAction:
    """Write down what was agreed on an evening. Raises Evening.DoesNotExist, NotAllowed, EveningOver when
    it was called off, SomethingMissing, NotOfHere, NameInText or NameDoubtful."""
    evening = queries.lock_evening(policies.led_by(actor), evening_id)
    policies.can_lead(actor, evening).require()
    if evening.cancelled_at is not None:
        raise EveningOver(_("This evening does not take place."))
    what = check_text(actor=actor, text=note.what, is_checked=note.is_checked)
    if note.person_id is None and not note.who.strip():
        raise SomethingMissing(_("Say who does it: a first name is enough."))
    inside = evening.series.members.filter(person=note.person_id, left_on__isnull=True)
    if note.person_id is not None and not inside.exists():
        raise NotOfHere(_("Choose somebody of the group."))
    action = AgreedAction.objects.create(
        organisation_id=evening.organisation_id,
        evening=evening,
        what=what,
        person_id=note.person_id,
        who="" if note.person_id else note.who.strip(),
        due_on=note.due_on,
    )
    log.record("evening.action-agreed", actor=actor, target=evening)
    return action


@transaction.atomic
def tick_action(*, actor: Actor, action_id: UUID, is_done: bool) -> AgreedAction:
    """Done, or not yet after all. Raises AgreedAction.DoesNotExist or NotAllowed."""
    rows = policies.actions_visible_to(actor).select_related("evening__series")
    action = rows.select_for_update(of=("self",)).get(pk=action_id)
    policies.can_tick_action(actor, action).require()
    action.done_on = clock.today() if is_done else None
    action.save(update_fields=["done_on"])
    log.record("evening.action-ticked", actor=actor, target=action.evening)
    return action


@transaction.atomic
def hand_over_actions(*, actor: Actor, person_id: UUID, takes_over: Membership | None) -> int:
    """What somebody who leaves still had to do goes to a colleague, by name, as with somebody outside the group.
    Without one it stays as it is. Returns how many. Raises NotAllowed."""
    can_arrange(actor).require()
    if takes_over is None:
        return 0
    name = takes_over.user.name or takes_over.user.email
    handed = AgreedAction.objects.filter(
        organisation_id=actor.organisation_id, person_id=person_id, done_on__isnull=True
    ).update(person=None, who=name[:LONGEST_NAME])
    if handed:
        log.record(
            "evening.actions-handed-over",
            actor=actor,
            target=takes_over,
            changes={"person": str(person_id), "count": handed},
        )
    return handed
