"""What the organisation chose: how soon it answers, and where somebody can go who is still not content."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from naast.organisations.models import Owned

# Usual terms of our own: no law read by us sets them for volunteers.
USUAL_CONFIRM_DAYS, USUAL_WEEKS, USUAL_LOOK_BACK_WEEKS = 5, 6, 6


class ComplaintTerms(Owned):
    """The terms of one organisation, and its body for appeal."""

    confirm_days = models.PositiveSmallIntegerField(
        _("confirm within (working days)"),
        default=USUAL_CONFIRM_DAYS,
        validators=[MinValueValidator(1), MaxValueValidator(10)],
    )
    answer_weeks = models.PositiveSmallIntegerField(
        _("answer within (weeks)"),
        default=USUAL_WEEKS,
        validators=[MinValueValidator(1), MaxValueValidator(26)],
    )
    look_back_weeks = models.PositiveSmallIntegerField(
        _("look back after (weeks)"),
        default=USUAL_LOOK_BACK_WEEKS,
        validators=[MinValueValidator(1), MaxValueValidator(26)],
    )
    appeal_name = models.CharField(_("body for appeal"), max_length=160, blank=True)
    appeal_address = models.CharField(_("its address"), max_length=200, blank=True)
    appeal_phone = models.CharField(_("its phone"), max_length=40, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation"], name="one_complaint_terms_a_house")
        ]

    class Privacy:
        """About the house, not about people."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "confirm_days",
                "answer_weeks",
                "look_back_weeks",
                "appeal_name",
                "appeal_address",
                "appeal_phone",
            }
        )
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()
