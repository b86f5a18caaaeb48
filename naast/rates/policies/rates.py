"""Who reads the amounts of the law, and who adds one."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from naast.core.decisions import ALLOW, Decision, deny
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.rates.models import OwnRate


def may_read(actor: Actor) -> bool:
    """Administrators and finance read them: they hold no word about anybody."""
    return actor.has(Function.ADMINISTRATOR, Function.FINANCE)


def visible_to(actor: Actor) -> QuerySet[OwnRate]:
    """The rows that this organisation added, also those that were withdrawn."""
    rows = OwnRate.objects.filter(organisation_id=actor.organisation_id)
    return rows if may_read(actor) else rows.none()


def can_keep(actor: Actor) -> Decision:
    """An administrator adds and withdraws: who pays doesn't choose how much may be paid."""
    if not actor.has(Function.ADMINISTRATOR):
        return deny(_("Only an administrator changes the amounts of the law."))
    return ALLOW
