"""What people ask of the desk: looking back after a change of hats, and talks that are long ago."""

from collections.abc import Container
from datetime import date, datetime, timedelta

from dateutil.relativedelta import relativedelta
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from naast.core import clock
from naast.core.attention import EVERYTHING, AttentionItem, Signs, Urgency
from naast.core.text import Text
from naast.organisations.actors import Actor
from naast.people import policies
from naast.people.models import HatChange, Person, VolunteerProfile

# A look back stays on the desk this long; after that it lives on the page of the person.
LOOK_BACK_FOR = timedelta(days=14)
TALK_AGAIN_AFTER = relativedelta(months=12)
AT_MOST = 10


def signs(actor: Actor, *, now: datetime) -> Signs:
    """The rows of each kind, for one look at which of them exist."""
    if not policies.looks_after_all(actor):
        return {}
    today = timezone.localdate(now)
    return {"people.hats": _hats_to_review(actor, today), "people.talks": _talked(actor, today)}


def items(
    actor: Actor, *, now: datetime, there: Container[str] = EVERYTHING
) -> list[AttentionItem]:
    """Two queries at most, ten items each; nothing for those who don't look after people, and no query
    for what is not `there`."""
    if not policies.looks_after_all(actor):
        return []
    today = timezone.localdate(now)
    return [
        *(_looks_back(actor, today) if "people.hats" in there else ()),
        *(_talks_long_ago(actor, today) if "people.talks" in there else ()),
    ]


def _hats_to_review(actor: Actor, today: date) -> QuerySet[HatChange]:
    window = (today - LOOK_BACK_FOR, today)
    return HatChange.objects.filter(
        Q(first_review_on__range=window) | Q(second_review_on__range=window),
        organisation_id=actor.organisation_id,
    )


def _looks_back(actor: Actor, today: date) -> list[AttentionItem]:
    """One and three months after somebody changed hats (S1-251)."""
    due = _hats_to_review(actor, today).select_related("person")
    return [_look_back(actor, change, today) for change in due.order_by("changed_on")[:AT_MOST]]


def _look_back(actor: Actor, change: HatChange, today: date) -> AttentionItem:
    is_second = change.second_review_on <= today
    since = change.second_review_on if is_second else change.first_review_on
    sentence: Text = (
        _("Three months with a new hat: look back together on what both expected.")
        if is_second
        else _("A month with a new hat: look back together on what both expected.")
    )
    return AttentionItem(
        kind="people.hat-second-review" if is_second else "people.hat-first-review",
        subject_id=change.pk,
        name=change.person.name,
        sentence=sentence,
        since=clock.morning(since),
        urgency=Urgency.THIS_WEEK,
        url=actor.url("people:hats", person_id=change.person_id),
        action=_("Open"),
    )


def _talked(actor: Actor, today: date) -> QuerySet[VolunteerProfile]:
    return VolunteerProfile.objects.filter(
        organisation_id=actor.organisation_id,
        status=VolunteerProfile.Status.ACTIVE,
        last_discussed_on__lt=today - TALK_AGAIN_AFTER,
    )


def _talks_long_ago(actor: Actor, today: date) -> list[AttentionItem]:
    """The four blocks were talked through more than a year ago (S3-8)."""
    long_ago = _talked(actor, today).select_related("person")
    return [
        _talk_again(actor, profile.person, profile.last_discussed_on + TALK_AGAIN_AFTER)
        for profile in long_ago.order_by("last_discussed_on")[:AT_MOST]
        if profile.last_discussed_on is not None
    ]


def _talk_again(actor: Actor, person: Person, since: date) -> AttentionItem:
    return AttentionItem(
        kind="people.talk-again",
        subject_id=person.pk,
        name=person.name,
        sentence=_("The last talk with %(name)s about wishes is more than a year ago.")
        % {"name": person.first_name},
        since=clock.morning(since),
        urgency=Urgency.GOOD_TO_KNOW,
        url=actor.url("people:volunteer", person_id=person.pk),
        action=_("Open the card"),
    )
