"""Where a copy stands, and which steps lead on (state table)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from naast.core.states import StateTable, Step


class CopyState(models.TextChoices):
    """Where a copy stands (the table below says which step leads where)."""

    OPEN = "open", _("waits for a signature")
    SIGNED = "signed", _("signed")
    REPLACED = "replaced", _("followed by a newer one")
    WITHDRAWN = "withdrawn", _("taken back")


US, PERSON = "us", "person"
BOTH = frozenset({US, PERSON})
OURS = frozenset({US})

COPY = StateTable(
    [
        # Each signs once; with the last signature that is needed it holds.
        Step("sign", frozenset({CopyState.OPEN}), CopyState.SIGNED, _("Sign"), BOTH),
        # A newer version, or the same text filled in anew, takes its place.
        Step(
            "replace",
            frozenset({CopyState.OPEN, CopyState.SIGNED}),
            CopyState.REPLACED,
            _("Replace"),
            OURS,
        ),
        Step("withdraw", frozenset({CopyState.OPEN}), CopyState.WITHDRAWN, _("Take back"), OURS),
    ]
)
# A copy is read again or asked again from so many days before its end.
RENEW_DAYS = 60
# A question has an answer in so many working days.
ANSWER_DAYS = 2
