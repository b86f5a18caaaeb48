"""Telling people where they stand with a session: at once, with a file for their calendar."""

from collections.abc import Mapping

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from naast.core import clock
from naast.core.text import Text
from naast.learning import letters
from naast.learning.models import Seat, Session
from naast.learning.states import SeatState
from naast.messaging import calendars, texts
from naast.messaging import services as messaging
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation
from naast.people.api import reach_of

# To people with an account: that there is something; the page says what.
SAID: Mapping[str, tuple[Text, Text]] = {
    letters.PLACE.code: (
        letters.PLACE.subject,
        _("There is a place for you. The page says when and where."),
    ),
    letters.WAITING.code: (
        letters.WAITING.subject,
        _("All places are taken now. As soon as one comes free, it is yours and we tell you."),
    ),
    letters.MOVED_UP.code: (
        letters.MOVED_UP.subject,
        _(
            "A place came free at the course you wait for, and it is yours. Can’t you come any more? Say so "
            "with one tap: somebody else will be glad."
        ),
    ),
    letters.CHANGED.code: (
        letters.CHANGED.subject,
        _("The moment or the place changes. The page says how it is now."),
    ),
    letters.CANCELLED.code: (
        letters.CANCELLED.subject,
        _("A course you would come to does not take place. We look for another date."),
    ),
}


def tell_where_it_stands(actor: Actor, session: Session, seat: Seat, kind: texts.Kind) -> None:
    """One message to one person about their seat; read the seat with `person__user`. Whoever prefers paper
    is called: the page of the session says so. The link to take part and the file for the calendar are for
    who comes (S2-41)."""
    house = Organisation.objects.get(pk=actor.organisation_id)
    reach = reach_of(seat.person, language=house.language)
    calendar = calendar_of(session) if seat.state == SeatState.COMING else ""
    if reach["user"] is not None:
        subject, body = SAID[kind.code]
        message = messaging.tell(
            actor=actor,
            user=reach["user"],
            kind=kind.code,
            subject=subject,
            body=body,
            url=_page(actor, session),
        )
        if calendar:
            messaging.attach(message=message, calendar=calendar)
    elif reach["address"]:
        letter = messaging.Letter(
            address=reach["address"],
            kind=kind.code,
            language=reach["language"],
            values=_values(session, seat, reach["language"]),
            about_id=seat.pk,
            calendar=calendar,
        )
        messaging.write(actor=actor, letter=letter)


def _page(actor: Actor, session: Session) -> str:
    """The page behind the message: what was cancelled no longer has one for everybody."""
    if session.cancelled_at is not None:
        return actor.url("learning:mine")
    return actor.url("learning:my_session", session_id=session.pk)


def _values(session: Session, seat: Seat, language: str) -> dict[str, str]:
    link = session.online_url if seat.state == SeatState.COMING else ""
    with override(language):
        where = ", ".join(filter(None, (session.place, link)))
        return {
            "first_name": seat.person.first_name,
            "title": session.course.title,
            "when": date_format(timezone.localtime(session.starts_at), "l j F Y, H:i"),
            "where": where or _now("We tell you in time"),
        }


def calendar_of(session: Session) -> str:
    """The session as a calendar file; the same session replaces its earlier file. Whoever gets it has a
    seat, so the link to take part may stand in it (S2-41)."""
    entry = calendars.Entry(
        uid=str(session.pk),
        sequence=session.revision,
        starts_at=session.starts_at,
        minutes=session.minutes,
        summary=session.course.title,
        where=session.place or session.online_url,
        description=session.online_url if session.place else "",
        is_cancelled=session.cancelled_at is not None,
    )
    return calendars.file_of(entry, now=clock.now())
