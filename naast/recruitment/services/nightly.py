"""What this room does by itself every night. Twice a night does nothing twice."""

from datetime import datetime, timedelta
from uuid import UUID

from dateutil.relativedelta import relativedelta
from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.timezone import localdate

from naast.audit import log
from naast.core import night
from naast.messaging.models import Message
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation
from naast.programmes.models import Engagement, StageKind
from naast.recruitment import letters
from naast.recruitment.models import Application, Journey
from naast.recruitment.services import erasing, moving, talks
from naast.recruitment.services.writing import write_usual
from naast.recruitment.states import Status

# One friendly question on the seventh day of thinking time (S1-248, instruments B26).
QUESTION_AFTER = timedelta(days=7)
LOOK_AFTER = relativedelta(months=3)
A_BATCH = 500


def run(now: datetime) -> dict[str, int]:
    """Everything of one night: what was done, and how often."""
    return {
        "talks reminded of": talks.remind(now),
        "thinking candidates asked": ask_in_thinking_time(now),
        "starts looked back on": look_who_is_there(now),
        "candidates told before erasing": erasing.tell_before(now),
        "candidates erased": erasing.erase_due(now),
    }


def ask_in_thinking_time(now: datetime) -> int:
    """One friendly question to who has been thinking for a week, once a thinking time (S1-248)."""
    return sum(_ask_in(organisation, now) for organisation in Organisation.objects.all())


def _ask_in(organisation: Organisation, now: datetime) -> int:
    actor = Actor.system(organisation, reason="asks a question in thinking time")
    ids = list(_thinking(actor, now).order_by("pk").values_list("pk", flat=True)[:A_BATCH])
    return night.each(ids, lambda pk: _ask(actor, pk, now))


def _thinking(actor: Actor, now: datetime) -> QuerySet[Application]:
    asked = Message.objects.filter(
        organisation_id=OuterRef("organisation_id"),
        about_id=OuterRef("pk"),
        kind=letters.THINKING.code,
        created_at__date__gte=OuterRef("stage_since"),
    )
    thinking = Application.objects.filter(
        organisation_id=actor.organisation_id,
        status=Status.OPEN,
        stage=StageKind.THINKING,
        stage_since__lte=localdate(now) - QUESTION_AFTER,
    )
    return thinking.exclude(email="").exclude(Exists(asked))


@transaction.atomic
def _ask(actor: Actor, application_id: UUID, now: datetime) -> int:
    application = moving.lock(actor, application_id)
    # Two nights may run at once: whoever comes second finds the question put.
    if not _thinking(actor, now).filter(pk=application.pk).exists():
        return 0
    write_usual(actor, application, letters.THINKING)
    log.record("application.asked-in-thinking-time", actor=actor, target=application)
    return 1


def look_who_is_there(now: datetime) -> int:
    """Three months after a start: does somebody still take part? Goes into the figures alone (S1-246)."""
    due = Journey.objects.filter(
        started_on__lte=localdate(now) - LOOK_AFTER,
        is_still_there__isnull=True,
        application__isnull=False,
    )
    open_still = Engagement.objects.open().filter(
        person__applications__journey=OuterRef("pk"), programme_id=OuterRef("programme_id")
    )
    there = set(due.filter(Exists(open_still)).values_list("pk", flat=True)[:A_BATCH])
    gone = set(due.exclude(Exists(open_still)).values_list("pk", flat=True)[:A_BATCH])
    for ids, is_there in ((there, True), (gone, False)):
        Journey.objects.filter(pk__in=ids, is_still_there__isnull=True).update(
            is_still_there=is_there
        )
    return len(there) + len(gone)
