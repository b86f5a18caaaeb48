"""Who knows where somebody reports volunteer work: the person and the coordinators."""

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from naast.checks.models import Report, Statement
from naast.core.decisions import ALLOW, Decision, deny
from naast.organisations.actors import Actor
from naast.people.api import is_own
from naast.people.models import Person


def visible_to(actor: Actor) -> QuerySet[Report]:
    """Coordinators: all of their organisation. Everybody: their own. Coaches and others: none."""
    reports = Report.objects.filter(organisation_id=actor.organisation_id)
    return reports if actor.is_coordinator else reports.filter(Q(person_id=actor.person_id))


def can_answer(actor: Actor, person: Person) -> Decision:
    """People answer for themselves; a coordinator notes what was said in a talk."""
    if person.organisation_id != actor.organisation_id:
        return deny(_("This person belongs to another organisation."))
    if not (actor.is_coordinator or is_own(actor, person)):
        return deny(_("Only the person and the coordinator note this."))
    return ALLOW


def can_note_residence(actor: Actor, person: Person) -> Decision:
    """Coordinators note whether a document was shown; never their own."""
    if person.organisation_id != actor.organisation_id:
        return deny(_("This person belongs to another organisation."))
    if not actor.is_coordinator:
        return deny(_("Only a coordinator notes this."))
    if is_own(actor, person):
        return deny(_("Ask a colleague to write down what is about yourself."))
    return ALLOW


def statements_visible_to(actor: Actor) -> QuerySet[Statement]:
    """What the organisation filed: for coordinators."""
    statements = Statement.objects.filter(organisation_id=actor.organisation_id)
    return statements if actor.is_coordinator else statements.none()


def can_file(actor: Actor) -> Decision:
    """Coordinators note what the organisation filed."""
    if not actor.is_coordinator:
        return deny(_("Only a coordinator notes what we filed."))
    return ALLOW
