"""Reads about people who help now and then."""

from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from naast.organisations.actors import Actor
from naast.outreach.models import Helper
from naast.outreach.policies import helpers as policies
from naast.people import api as people
from naast.people.models import Person
from naast.people.names import plain


def listed(actor: Actor, *, rhythm: str = "", name: str = "") -> QuerySet[Helper]:
    """Everybody on the light list who did not move on, by name."""
    rows = policies.visible_to(actor).filter(moved_on__isnull=True)
    if rhythm:
        rows = rows.filter(rhythm=rhythm)
    if name:
        rows = rows.filter(sort_name__contains=plain(name).strip())
    return rows


def get_helper(actor: Actor, helper_id: UUID) -> Helper | None:
    """One helper with their days, or None when this actor may not know they exist."""
    rows = policies.visible_to(actor).select_related("person", "application")
    return rows.prefetch_related("days").filter(pk=helper_id).first()


def to_invite(actor: Actor, *, day: date) -> QuerySet[Helper]:
    """Whom to ask again, whose day has come."""
    rows = policies.visible_to(actor).filter(moved_on__isnull=True)
    return rows.filter(invite_again_on__lte=day).order_by("invite_again_on", "id")


def likely_same(actor: Actor, helper: Helper) -> list[Person]:
    """Who on the list of people this helper may be already; five at most."""
    given, _space, family = helper.name.partition(" ")
    return people.likely_same(
        actor, given_name=given, family_name=family, email=helper.email, phone=helper.phone
    )
