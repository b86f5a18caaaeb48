"""Looking back at a year, in the volunteer's own words (S1-12, S3-11)."""

from collections.abc import Iterable

from django.db import transaction

from naast.appreciation.models import YearLook
from naast.audit import log
from naast.core import clock
from naast.core.errors import NotAllowed
from naast.organisations.actors import Actor
from naast.people.api import lock_person


@transaction.atomic
def look_back(*, actor: Actor, brings: Iterable[str], words: str, is_shared: bool) -> YearLook:
    """Write down what this year brings; the same year may be written anew. Raises NotAllowed."""
    if actor.person_id is None:
        raise NotAllowed
    person = lock_person(actor, actor.person_id)
    today = clock.today()
    look, _made = YearLook.objects.update_or_create(
        person=person,
        year=today.year,
        defaults={
            "organisation_id": person.organisation_id,
            "brings": list(brings),
            "words": words.strip(),
            "is_shared": is_shared,
            "written_on": today,
        },
    )
    log.record("year.looked-back", actor=actor, target=look)
    return look
