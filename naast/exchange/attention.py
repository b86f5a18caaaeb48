"""What the desk should show: lists of which rows wait to be mended, and lists that were begun."""

from collections.abc import Container
from datetime import datetime, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from naast.core.attention import EVERYTHING, AttentionItem, Signs, Urgency
from naast.exchange import policies, queries
from naast.exchange.states import JobState
from naast.organisations.actors import Actor

BEGUN_FOR = timedelta(hours=12)


def signs(actor: Actor, *, now: datetime) -> Signs:
    """The rows of each kind, for one look at which of them exist."""
    jobs = policies.visible_to(actor)
    return {
        "imports": jobs.filter(state__in=queries.BEGUN)
        | jobs.filter(state=JobState.DONE).exclude(leftovers="")
    }


def items(
    actor: Actor, *, now: datetime, there: Container[str] = EVERYTHING
) -> list[AttentionItem]:
    """Imports with leftovers, and imports that somebody began and did not finish; two queries, none when
    no import is `there`."""
    if "imports" not in there or not policies.can_exchange(actor):
        return []
    waiting = [
        AttentionItem(
            kind="import.leftovers",
            subject_id=job.pk,
            name=job.file_name,
            sentence=ngettext(
                "%(count)s row of this list was left out and waits to be mended.",
                "%(count)s rows of this list were left out and wait to be mended.",
                job.left_out,
            )
            % {"count": job.left_out},
            since=job.finished_at or job.created_at,
            urgency=Urgency.THIS_WEEK,
            url=actor.url("exchange:job", job_id=job.pk),
            action=_("Look at the rows"),
            owner_id=job.membership_id,
        )
        for job in queries.with_leftovers(actor)
    ]
    begun = [
        AttentionItem(
            kind="import.begun",
            subject_id=job.pk,
            name=job.file_name,
            sentence=_("You began to load this list. Nothing of it is loaded yet."),
            since=job.created_at,
            urgency=Urgency.GOOD_TO_KNOW,
            url=actor.url("exchange:job", job_id=job.pk),
            action=_("Go on"),
            owner_id=job.membership_id,
        )
        for job in queries.unfinished(actor)
        if job.created_at <= now - BEGUN_FOR
    ]
    return waiting + begun
