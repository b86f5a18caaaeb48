"""Who reads what passes between inside and outside, and on which basis something may be passed on (S1-161)."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from naast.circles.models import OuterMember, Passage, PassageTo, Signal
from naast.circles.policies import circles
from naast.circles.states import Basis
from naast.core.decisions import ALLOW, Decision, deny
from naast.organisations.actors import Actor


def visible_to(actor: Actor) -> QuerySet[Passage]:
    """Everything that passes, drafts too: for who leads the circle alone."""
    rows = Passage.objects.filter(organisation_id=actor.organisation_id)
    return rows.filter(circle__in=circles.visible_to(actor))


def received_by(actor: Actor) -> QuerySet[PassageTo]:
    """What was released to this professional: the only thing the outer circle reads."""
    rows = PassageTo.objects.filter(organisation_id=actor.organisation_id)
    return rows.filter(
        outer__in=circles.places_in_outer(actor),
        passage__released_at__isnull=False,
        passage__direction=Passage.Direction.OUT,
    )


def for_inner(actor: Actor) -> QuerySet[Passage]:
    """What was released to the inner circle, for its volunteers."""
    rows = Passage.objects.filter(organisation_id=actor.organisation_id)
    return rows.filter(
        circle__in=circles.as_volunteer(actor),
        direction=Passage.Direction.IN,
        released_at__isnull=False,
    )


def about_core(actor: Actor) -> QuerySet[Passage]:
    """What the core member sees of the log: everything that was passed on, unless danger says otherwise."""
    rows = Passage.objects.filter(organisation_id=actor.organisation_id)
    return rows.filter(
        circle__in=circles.as_core(actor), released_at__isnull=False, is_hidden=False
    )


def signals_visible_to(actor: Actor) -> QuerySet[Signal]:
    """Who leads the circle reads every signal of it. Volunteers read their own: `own_signals`."""
    rows = Signal.objects.filter(organisation_id=actor.organisation_id)
    return rows.filter(circle__in=circles.visible_to(actor))


def own_signals(actor: Actor) -> QuerySet[Signal]:
    """What this volunteer passed on themselves."""
    rows = Signal.objects.filter(organisation_id=actor.organisation_id)
    return rows.filter(circle__in=circles.as_volunteer(actor), person_id=actor.person_id)


def can_hear(outer: OuterMember, *, basis: str, subject: str, has_covenant: bool) -> Decision:
    """Whether something about this subject may go to this person on this basis."""
    if outer.left_on is not None:
        return deny(_("This person stands in the outer circle no longer."))
    if basis == Basis.DANGER:
        return ALLOW
    if basis == Basis.AGREEMENT:
        return _by_agreement(outer, has_covenant=has_covenant)
    if not outer.is_consented or subject not in outer.may_hear:
        return deny(
            _("The core member did not agree that %(name)s hears about this.")
            % {"name": outer.name}
        )
    return ALLOW


def _by_agreement(outer: OuterMember, *, has_covenant: bool) -> Decision:
    """The agreements of the circle do not open what the core member closed for this person: they were told
    that only danger does."""
    if outer.revoked_on is not None:
        return deny(
            _("The core member took back that %(name)s hears anything.") % {"name": outer.name}
        )
    if not has_covenant:
        return deny(_("Not everybody in the circle agreed to its agreements yet."))
    return ALLOW
