"""A letter to a candidate: in their language, with their own link, kept with their application."""

from collections.abc import Mapping
from types import MappingProxyType

from naast.messaging import services as messaging
from naast.messaging.texts import Kind, Words
from naast.organisations.actors import Actor
from naast.recruitment import links
from naast.recruitment.models import Application


def letter_to(
    actor: Actor,
    application: Application,
    kind: Kind,
    *,
    values: Mapping[str, str] = MappingProxyType({}),
    words: Words | None = None,
) -> messaging.Letter:
    """The letter of this kind. `words` are those a coordinator read and changed, with open places."""
    return messaging.Letter(
        address=application.email,
        kind=kind.code,
        language=application.language,
        values={"first_name": application.first_name, **values},
        about_id=application.pk,
        words=words,
        is_open=True,
        url=links.link_of(application, actor.slug),
    )


def write_usual(actor: Actor, application: Application, kind: Kind) -> None:
    """The usual letter of this kind; nothing for somebody without an address."""
    if application.email:
        messaging.write(actor=actor, letter=letter_to(actor, application, kind))


def words_to_change(actor: Actor, application: Application, kind: Kind, *open_places: str) -> Words:
    """The usual words as the coordinator reads them first: filled in, but for what they choose on the
    same page."""
    values = {name: f"{{{name}}}" for name in open_places}
    return messaging.compose(actor=actor, letter=letter_to(actor, application, kind, values=values))
