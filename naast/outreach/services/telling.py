"""Writing to guests of a meeting, each in their own language."""

from collections.abc import Mapping

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from naast.messaging import services as messaging
from naast.messaging import texts
from naast.organisations.actors import Actor
from naast.outreach import calendar, links
from naast.outreach.models import InfoMeeting, SignUp
from naast.outreach.wording import filled_in


def values_of(meeting: InfoMeeting, sign_up: SignUp) -> dict[str, str]:
    """What letters about a meeting may fill in."""
    with override(sign_up.language):
        values = {
            "first_name": sign_up.first_name,
            "title": meeting.title,
            "when": date_format(timezone.localtime(meeting.starts_at), "l j F Y, H:i"),
            "where": where(meeting),
        }
        if sign_up.offered_until is not None:
            until = timezone.localtime(sign_up.offered_until)
            values["until"] = date_format(until, "l j F, H:i")
    return values


def where(meeting: InfoMeeting) -> str:
    """The place, the link, or both."""
    return ", ".join(filter(None, (meeting.place, meeting.online_url))) or str(
        _("We tell you in time")
    )


def write_to(
    actor: Actor,
    meeting: InfoMeeting,
    sign_up: SignUp,
    kind: texts.Kind,
    *,
    extra: Mapping[str, str] | None = None,
    words: texts.Words | None = None,
) -> bool:
    """One letter to one guest, with their own link and, where it says when, a calendar file. Returns
    whether it could be written: whoever left a phone number alone is called."""
    if not sign_up.email:
        return False
    values = {**values_of(meeting, sign_up), **(extra or {})}
    messaging.write(
        actor=actor,
        letter=messaging.Letter(
            address=sign_up.email,
            kind=kind.code,
            language=sign_up.language,
            values=values,
            about_id=sign_up.pk,
            words=filled_in(meeting.organisation, kind, words, values),
            url=_address(actor, meeting, sign_up, kind),
            calendar=_calendar(meeting, kind),
        ),
    )
    return True


def _address(actor: Actor, meeting: InfoMeeting, sign_up: SignUp, kind: texts.Kind) -> str:
    if kind.code in {"meeting.cancelled", "meeting.lapsed"}:
        return reverse("public:meetings", kwargs={"house": actor.slug})
    if kind.code == "meeting.follow_up":
        apply_url = reverse("public:apply", kwargs={"house": actor.slug})
        return f"{apply_url}?via={meeting.channel.code}" if meeting.channel else apply_url
    return links.link_of(sign_up, actor.slug)


def _calendar(meeting: InfoMeeting, kind: texts.Kind) -> str:
    if kind.code in {"meeting.confirmed", "meeting.changed"}:
        return calendar.file_of(meeting)
    if kind.code == "meeting.cancelled":
        return calendar.file_of(meeting, is_cancelled=True)
    return ""
