"""Writing to guests of a meeting, each in their own language."""

from collections.abc import Mapping

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from naast.core import clock
from naast.messaging import calendars, texts
from naast.messaging import services as messaging
from naast.organisations.actors import Actor
from naast.outreach import links
from naast.outreach.models import InfoMeeting, SignUp


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
    """One letter to one guest. Returns whether it could be written: whoever left a phone number alone is
    called."""
    if not sign_up.email:
        return False
    letter = letter_to(actor, meeting, sign_up, kind, extra=extra, words=words)
    messaging.write(actor=actor, letter=letter)
    return True


def letter_to(
    actor: Actor,
    meeting: InfoMeeting,
    sign_up: SignUp,
    kind: texts.Kind,
    *,
    extra: Mapping[str, str] | None = None,
    words: texts.Words | None = None,
) -> messaging.Letter:
    """A letter to one guest, with their own link and, where it says when, a calendar file; `words` are
    those the sender read and changed, with open places."""
    return messaging.Letter(
        address=sign_up.email,
        kind=kind.code,
        language=sign_up.language,
        values={**values_of(meeting, sign_up), **(extra or {})},
        about_id=sign_up.pk,
        words=words,
        is_open=True,
        url=_address(actor, meeting, sign_up, kind),
        calendar=_calendar(meeting, kind),
    )


def _address(actor: Actor, meeting: InfoMeeting, sign_up: SignUp, kind: texts.Kind) -> str:
    if kind.code in {"meeting.cancelled", "meeting.lapsed"}:
        return reverse("public:meetings", kwargs={"house": actor.slug})
    if kind.code == "meeting.follow_up":
        apply_url = reverse("public:apply", kwargs={"house": actor.slug})
        return f"{apply_url}?via={meeting.channel.code}" if meeting.channel else apply_url
    return links.link_of(sign_up, actor.slug)


def _calendar(meeting: InfoMeeting, kind: texts.Kind) -> str:
    """The calendar file that goes with this letter; empty where nothing is said about when."""
    if kind.code not in {"meeting.confirmed", "meeting.changed", "meeting.cancelled"}:
        return ""
    entry = calendars.Entry(
        uid=str(meeting.pk),
        sequence=meeting.revision,
        starts_at=meeting.starts_at,
        minutes=meeting.minutes,
        summary=meeting.title,
        where=meeting.place or meeting.online_url,
        is_cancelled=meeting.cancelled_at is not None,
    )
    return calendars.file_of(entry, now=clock.now())
