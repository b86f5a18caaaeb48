"""Counting up answers to voluntary questions: numbers that point at nobody (S4-27)."""

from collections.abc import Mapping

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from naast.core import clock
from naast.core.text import Text
from naast.organisations.actors import Actor
from naast.recruitment.models import Tally

AGE_GROUPS: dict[str, Text] = {
    "under_26": _("Younger than 26"),
    "26_45": _("26 to 45"),
    "46_65": _("46 to 65"),
    "over_65": _("Older than 65"),
}
HOME_LANGUAGES: dict[str, Text] = {
    "dutch": _("Dutch"),
    "french": _("French"),
    "dutch_and_other": _("Dutch or French, and another language"),
    "other": _("Another language"),
}
# question → (what is asked, answer → words)
ASKED: dict[str, tuple[Text, dict[str, Text]]] = {
    "age_group": (_("How old are you?"), AGE_GROUPS),
    "home_language": (_("Which language do you speak most at home?"), HOME_LANGUAGES),
}


@transaction.atomic
def count(*, actor: Actor, answers: Mapping[str, str]) -> int:
    """Count each answer up by one in this month, apart from each other and from every application:
    nothing here says who, and the answers of one person are not kept together. An answer that was not
    asked is passed over. Returns how many were counted."""
    month = clock.today().replace(day=1)
    counted = 0
    for question, answer in answers.items():
        if question not in ASKED or answer not in ASKED[question][1]:
            continue
        row, _made = Tally.objects.get_or_create(
            organisation_id=actor.organisation_id, month=month, question=question, answer=answer
        )
        counted += Tally.objects.filter(pk=row.pk).update(number=F("number") + 1)
    return counted
