"""The life of a vacancy as a table: being written, on the site, closed."""

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _

from naast.core.states import StateTable, Step


class VacancyStatus(models.TextChoices):
    """Whether people outside can see it."""

    DRAFT = "draft", _("Being written")
    PUBLISHED = "published", _("On the site")
    CLOSED = "closed", _("Closed")


DRAFT, PUBLISHED, CLOSED = (str(status) for status in VacancyStatus)
# A vacancy leaves the site after this many days, until somebody says that it still holds (S1-235).
HOLDS_FOR_DAYS: Final = 60

VACANCY: Final = StateTable(
    [
        Step("publish", frozenset({DRAFT}), PUBLISHED, _("Put it on the site")),
        Step("confirm", frozenset({PUBLISHED}), PUBLISHED, _("It still holds")),
        Step("close", frozenset({DRAFT, PUBLISHED}), CLOSED, _("Close it")),
        Step("reopen", frozenset({CLOSED}), DRAFT, _("Open it again")),
    ]
)
# What is said after a step.
SAID: Final = {
    "publish": _("It is on the site. In two months we ask whether it still holds."),
    "confirm": _("Good to know. It stays on the site for another two months."),
    "close": _("It is closed. Everything that was written stays here."),
    "reopen": _("It is open again as a draft. Read it once more before it goes on the site."),
}
