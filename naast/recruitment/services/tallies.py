"""Counting up answers to voluntary questions: numbers that point at nobody (S4-27)."""

from collections.abc import Mapping

from django.db import transaction
from django.db.models import F

from naast.core import clock
from naast.organisations.actors import Actor
from naast.recruitment.models import Tally
from naast.recruitment.voluntary import ASKED


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
