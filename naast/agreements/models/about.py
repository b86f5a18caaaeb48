"""What every text says about the organisation itself: its form, its aim, its way with costs."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from naast.organisations.models import Owned


class LegalForm(models.TextChoices):
    """The legal status that a volunteer has to hear (law 1.2); it decides who answers for damage (law 1.4)."""

    NON_PROFIT = "non_profit", _("a non-profit association with legal personality")
    FOUNDATION = "foundation", _("a foundation")
    PUBLIC = "public", _("a public body")
    DE_FACTO_STAFF = "de_facto_staff", _("an association without legal personality, with staff")
    DE_FACTO = "de_facto", _("an association without legal personality and without staff")


class AboutUs(Owned):
    """One row an organisation. `aim` and `costs`: language → words, so that a text never mixes languages."""

    legal_form = models.CharField(_("legal form"), max_length=15, choices=LegalForm)
    answers_for_us = models.CharField(_("who answers for us"), max_length=150, blank=True)
    aim = models.JSONField(_("our aim"), default=dict, blank=True)
    costs = models.JSONField(_("which costs we give back, when and how"), default=dict, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["organisation"], name="about_us_once")
        ]

    class Privacy:
        """Public words of an organisation, and the name of who answers for it."""

        plain = frozenset({"id", "created_at", "organisation", "legal_form", "aim", "costs"})
        personal = frozenset({"answers_for_us"})
        sensitive: frozenset[str] = frozenset()
