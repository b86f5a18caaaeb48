"""What is lent, and how it came back (S3-27)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ItemKind(models.TextChoices):
    """What it is."""

    LAPTOP = "laptop", _("Laptop or tablet")
    PHONE = "phone", _("Phone")
    BADGE = "badge", _("Badge or key")
    CLOTHES = "clothes", _("Clothes")
    OTHER = "other", _("Something else")


class Condition(models.TextChoices):
    """How it came back."""

    FINE = "fine", _("As it was")
    BROKEN = "broken", _("Broken or worn")
    LOST = "lost", _("Lost or stolen")
