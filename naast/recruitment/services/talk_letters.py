"""The letters around a talk: filled in for one candidate, in their language, with their own link."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from naast.core import clock
from naast.messaging import calendars
from naast.messaging import services as messaging
from naast.messaging.texts import Words
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation
from naast.recruitment import letters_talks, links
from naast.recruitment.guide import HOW_IT_GOES
from naast.recruitment.models import Application, Talk
from naast.recruitment.queries.talks import name_of


def said(when: datetime) -> str:
    """A moment as people say it: the day of the week, the day, the hour in Brussels."""
    local = timezone.localtime(when)
    return f"{date_format(local, 'l j F Y')}, {date_format(local, 'H:i')}"


def letter_of(
    actor: Actor,
    talk: Talk,
    kind: str,
    *,
    moments: Iterable[datetime] = (),
    words: Words | None = None,
) -> messaging.Letter:
    """A letter about this talk to its candidate; the talk need not be saved yet. What was planned or
    cancelled carries its calendar file. `words` of an invitation were read filled in; those of another
    letter have open places."""
    application = talk.application
    with override(application.language):
        values = {
            "first_name": application.first_name,
            "talk": str(Talk.Kind(talk.kind).label),
            "how": str(HOW_IT_GOES[Talk.Kind(talk.kind)]),
            "minutes": str(talk.minutes),
            "where": talk.where,
            "host": name_of(talk.host) or _("somebody of us"),
            "when": said(talk.starts_at) if talk.starts_at else _("no moment chosen yet"),
            "moments": "\n".join(f"– {said(moment)}" for moment in moments),
        }
        has_file = talk.starts_at is not None and talk.status != Talk.Status.INVITED
        calendar = calendar_text(talk) if has_file else ""
    return messaging.Letter(
        address=application.email,
        kind=kind,
        language=application.language,
        values=values,
        about_id=application.pk,
        words=words,
        is_open=kind != letters_talks.INVITATION.code,
        url=links.link_of(application, actor.slug),
        calendar=calendar,
    )


def calendar_text(talk: Talk) -> str:
    """The calendar file of a talk, in the language that is active. It names the organisation and nobody
    else. Raises ValueError for a talk without a moment."""
    if talk.starts_at is None:
        raise ValueError("a talk without a moment has no calendar")
    house = Organisation.objects.get(pk=talk.organisation_id)
    entry = calendars.Entry(
        uid=str(talk.pk),
        sequence=talk.revision,
        starts_at=talk.starts_at,
        minutes=talk.minutes,
        summary=f"{talk.get_kind_display()} · {house.name}",
        where=talk.where,
        description=house.phone,
        is_cancelled=talk.status == Talk.Status.CANCELLED,
    )
    return calendars.file_of(entry, now=clock.now())


def send(
    actor: Actor,
    talk: Talk,
    kind: str,
    *,
    moments: Iterable[datetime] = (),
    words: Words | None = None,
) -> None:
    """Write to the candidate; nothing for somebody without an address: then somebody calls."""
    if talk.application.email:
        letter = letter_of(actor, talk, kind, moments=moments, words=words)
        messaging.write(actor=actor, letter=letter)


def words_to_change(actor: Actor, talk: Talk, kind: str) -> Words:
    """The usual words of a letter about a talk as the coordinator reads them first: filled in, but for
    when and where, which may still change."""
    letter = letter_of(actor, talk, kind)
    values = {**letter.values, "when": "{when}", "where": "{where}"}
    return messaging.compose(actor=actor, letter=replace(letter, values=values))


def tell_host(actor: Actor, talk: Talk, *, kind: str) -> None:
    """Tell who leads the talk, with the calendar file; not who did it themselves. No names: the page
    says with whom."""
    if talk.host is None or talk.host_id == actor.membership_id:
        return
    subject, body = HOST_WORDS[kind]
    message = messaging.tell(
        actor=actor,
        user=talk.host.user,
        kind=kind,
        subject=subject,
        body=body,
        url=_page(actor, talk.application),
    )
    if talk.starts_at is not None and talk.status != Talk.Status.INVITED:
        with override(talk.host.user.language):
            messaging.attach(message=message, calendar=calendar_text(talk))


def tell_coordinator(actor: Actor, application: Application, *, kind: str) -> None:
    """Tell who looks after the application what the candidate asked."""
    coordinator = application.coordinator
    if coordinator is None or coordinator.pk == actor.membership_id:
        return
    subject, body = HOST_WORDS[kind]
    messaging.tell(
        actor=actor,
        user=coordinator.user,
        kind=kind,
        subject=subject,
        body=body,
        url=_page(actor, application),
    )


def _page(actor: Actor, application: Application) -> str:
    return actor.url("recruitment:application", application_id=application.pk)


HOST_WORDS = {
    "talk.planned": (
        gettext_lazy("A talk with a candidate is planned"),
        gettext_lazy("You lead it. The page says with whom and when; the guide is there too."),
    ),
    "talk.moved": (
        gettext_lazy("A talk with a candidate has a new moment"),
        gettext_lazy("The page says when."),
    ),
    "talk.cancelled": (
        gettext_lazy("A talk with a candidate does not go on"),
        gettext_lazy("The page says which one."),
    ),
    "talk.asked-call": (
        gettext_lazy("A candidate asks to be called about a moment"),
        gettext_lazy("None of the moments suits. A call today or tomorrow helps most."),
    ),
}
