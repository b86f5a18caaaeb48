"""Invitations and news about evenings: neutral words, with the title the organisation chose (S1-213)."""

from collections.abc import Sequence
from uuid import uuid5

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from naast.core import clock
from naast.core.text import Text
from naast.intervision.models import Evening, SeriesMember
from naast.intervision.policies.series import still_inside
from naast.messaging import calendars
from naast.messaging.reminders import Reminding, remind
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation
from naast.people.api import reach_of

INVITATION: Text = _("%(title)s: %(when)s, %(where)s. Can’t you come? Say so on your page.")
TOMORROW: Text = _("See you tomorrow: %(title)s, %(when)s, %(where)s.")
CHANGED: Text = _("Another moment or place: %(title)s, %(when)s, %(where)s.")
CANCELLED: Text = _("%(title)s of %(when)s does not take place.")


def rows_for(
    evening: Evening,
    members: Sequence[SeriesMember],
    *,
    kind: str,
    step: str,
    body: Text,
    house: Organisation,
) -> list[Reminding]:
    """One reminder for each of these people; who has no account and no address is called. Members with
    `person__user`, the evening with its group."""
    page = reverse("intervision:mine", kwargs={"organisation": house.slug})
    rows = []
    for member in members:
        reach = reach_of(member.person, language=house.language)
        user = reach["user"]
        language = user.language if user else reach["language"]
        rows.append(
            Reminding(
                kind=kind,
                subject_id=uuid5(evening.pk, str(member.person_id)),
                step=step,
                subject=evening.series.title,
                body=body,
                **reach,
                url=page if user else "",
                values=_values(evening, language),
            )
        )
    return rows


def _values(evening: Evening, language: str) -> dict[str, str]:
    with override(language):
        return {
            "title": evening.title or evening.series.title,
            "when": date_format(timezone.localtime(evening.starts_at), "l j F, H:i"),
            "where": where(evening),
        }


def where(evening: Evening) -> str:
    """The place, the link, or both."""
    shown = ", ".join(filter(None, (evening.place, evening.online_url)))
    return shown or str(_("we tell you where"))


def tell_everybody(*, actor: Actor, evening: Evening, body: Text) -> int:
    """Tell the whole group about a change, each once for this change. Call inside its transaction."""
    house = Organisation.objects.get(pk=evening.organisation_id)
    members = list(
        SeriesMember.objects.filter(still_inside(), series_id=evening.series_id)
        .select_related("person__user")
        .order_by("id")
    )
    step = f"r{evening.revision}"
    rows = rows_for(evening, members, kind="evening.changed", step=step, body=body, house=house)
    return remind(actor=actor, rows=rows)


def calendar_of(evening: Evening) -> str:
    """The evening as iCalendar text, under its neutral title. Needs the group."""
    entry = calendars.Entry(
        uid=str(evening.pk),
        sequence=evening.revision,
        starts_at=evening.starts_at,
        minutes=evening.minutes,
        summary=evening.title or evening.series.title,
        where=evening.place or evening.online_url,
        is_cancelled=evening.cancelled_at is not None,
    )
    return calendars.file_of(entry, now=clock.now())
