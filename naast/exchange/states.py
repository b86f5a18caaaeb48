"""The way of an import, as a table."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from naast.core.states import StateTable, Step


class JobState(models.TextChoices):
    """Where an import stands."""

    UPLOADED = "uploaded", _("File received")
    MAPPED = "mapped", _("Columns chosen")
    CHECKED = "checked", _("Checked")
    RUNNING = "running", _("Being loaded")
    DONE = "done", _("Loaded")
    FAILED = "failed", _("Did not work")
    UNDONE = "undone", _("Undone")


OPEN = frozenset({"uploaded", "mapped", "checked", "failed"})

JOB_STEPS = StateTable(
    [
        Step("map", OPEN, "mapped", _("These columns are right")),
        Step("check", frozenset({"mapped", "checked"}), "checked", _("Look at what will happen")),
        Step("start", frozenset({"checked"}), "running", _("Load the list")),
        Step("finish", frozenset({"running"}), "done"),
        Step("fail", frozenset({"running", "mapped", "checked"}), "failed"),
        Step("undo", frozenset({"done"}), "undone", _("Undo this import")),
    ]
)
