"""What a programme chose in this room."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from naast.organisations.models import Owned
from naast.programmes.models import Programme

USUAL_REVIEW_MONTHS = 6


class Terms(Owned):
    """How often a division of tasks is talked through, when the professional can be reached, the short guideline
    of an owner role, and which contacts belong to professionals."""

    programme = models.OneToOneField(Programme, models.CASCADE, related_name="division_terms")
    # Instruments B26: every six months in the pattern «peer».
    review_months = models.PositiveSmallIntegerField(
        _("talk it through every (months)"), default=USUAL_REVIEW_MONTHS
    )
    guideline = models.TextField(_("short guideline"), blank=True)
    # Weekdays (0 is Monday) and hours at which the professional answers; without them only the words of the
    # programme are shown.
    reach_days = models.JSONField(_("days"), default=list, blank=True)
    reach_from = models.TimeField(_("from"), null=True, blank=True)
    reach_until = models.TimeField(_("until"), null=True, blank=True)
    # Sentences; NULL: our own default lines.
    staff_contacts = models.JSONField(_("contacts that belong to professionals"), null=True)

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("programme",)

    class Privacy:
        """About work, not about people."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "programme",
                "review_months",
                "guideline",
                "reach_days",
                "reach_from",
                "reach_until",
                "staff_contacts",
            }
        )
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()
