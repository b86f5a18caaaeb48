"""What was let wait stands on the desk until it is in place (S0-44)."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, time
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from naast.core.attention import AttentionItem, Urgency
from naast.organisations.actors import Actor
from naast.programmes import policies, queries
from naast.programmes.models import Engagement, Override
from naast.programmes.readiness import WARNINGS, missing

WAITS = "programmes.waits"
# Rows at most: the desk shows a day.
MOST = 30


def waiting(actor: Actor) -> QuerySet[Override]:
    """What waits, the first day first; in place or not is computed."""
    rows = Override.objects.filter(organisation_id=actor.organisation_id).living()
    return rows.order_by("until_on", "id")


def items(actor: Actor, now: datetime) -> list[AttentionItem]:
    """One line a person and programme. Six queries, and what other rooms need to answer."""
    of_them = waiting(actor).values_list("engagement_id", flat=True)[:MOST]
    visible = policies.engagements_visible_to(actor).filter(pk__in=list(of_them))
    engagements = list(queries.for_readiness(visible))
    found = queries.readiness_of(engagements)
    still = {each.pk: {item.key for item in missing(found[each.pk])} for each in engagements}
    return list(_items(actor, engagements, still, now))


def _items(
    actor: Actor, engagements: Iterable[Engagement], still: dict[UUID, set[str]], now: datetime
) -> Iterator[AttentionItem]:
    for engagement in engagements:
        waits = [
            each
            for each in engagement.overrides.all()
            if each.is_living and each.item in still[engagement.pk]
        ]
        if not waits:
            continue
        first = min(waits, key=lambda each: each.until_on)
        yield AttentionItem(
            kind=WAITS,
            subject_id=engagement.pk,
            name=engagement.person.name,
            sentence=_("%(name)s, %(programme)s: this was let wait: %(what)s.")
            % {
                "name": engagement.person.first_name,
                "programme": engagement.programme.name,
                "what": "; ".join(
                    _("%(what)s, in place by %(day)s")
                    % {"what": each.label, "day": date_format(each.until_on, "j F Y")}
                    for each in waits
                ),
            },
            since=datetime.combine(first.given_on, time(), tzinfo=UTC),
            urgency=_urgency(first, now),
            url=actor.url("programmes:engagement", engagement_id=engagement.pk),
            action=_("Look"),
            owner_id=engagement.programme.coordinator_id,
        )


def _urgency(override: Override, now: datetime) -> Urgency:
    left = (override.until_on - timezone.localdate(now)).days
    if left < 0:
        return Urgency.NOW
    return Urgency.THIS_WEEK if left <= WARNINGS[-1] else Urgency.GOOD_TO_KNOW
