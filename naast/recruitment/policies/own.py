"""What somebody may do with their own link: for themselves alone, and never what staff decides."""

from django.utils.translation import gettext_lazy as _

from naast.core.decisions import ALLOW, Decision, deny
from naast.organisations.actors import Actor
from naast.recruitment.models import Application
from naast.recruitment.policies import applications


def can_act_for_self(actor: Actor, application: Application) -> Decision:
    """The candidate behind their own link; a coordinator who writes down what the candidate said."""
    if application.organisation_id != actor.organisation_id:
        return deny(_("This application belongs to another organisation."))
    if applications.is_candidate(actor):
        return ALLOW
    return applications.can_move(actor, application)
