"""Who says what is paid back. Who pays does not set the limits of paying: those are of administrators."""

from django.utils.translation import gettext_lazy as _

from naast.core.decisions import ALLOW, Decision, deny
from naast.organisations.actors import Actor
from naast.organisations.models import Function

READERS = (Function.ADMINISTRATOR, Function.FINANCE)


def can_decide(actor: Actor) -> Decision:
    """The account, fixed amounts, from which amount on two colleagues look: administrators."""
    if actor.has(Function.ADMINISTRATOR):
        return ALLOW
    return deny(_("Only an administrator decides this."))


def can_change_programme(actor: Actor) -> Decision:
    """What one programme pays, within what the house decided: administrators and finance."""
    if actor.has(*READERS):
        return ALLOW
    return deny(_("Only finance and administrators can do this."))
