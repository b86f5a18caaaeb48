"""No text of this room tells who it is about (instruments B17)."""

from uuid import UUID

from django.utils.translation import gettext as _

from naast.intervision.errors import NameDoubtful, NameInText, SomethingMissing
from naast.intervision.queries.names import traces_in
from naast.organisations.actors import Actor


def check_text(*, actor: Actor, text: str, is_checked: bool, series_id: UUID | None = None) -> str:
    """The text without spaces around it. Raises SomethingMissing for an empty one; NameInText when it
    holds the name of somebody the writer knows, initials, a number or an address; NameDoubtful for a word
    that may be a name, unless the writer looked once more (`is_checked`)."""
    text = text.strip()
    if not text:
        raise SomethingMissing(_("Write a sentence first."))
    found = traces_in(actor, text, series_id=series_id)
    if found.certain:
        raise NameInText(
            _("This tells who it is about: %(words)s. Write it without names, initials or numbers.")
            % {"words": ", ".join(found.certain)},
            list(found.certain),
        )
    if found.perhaps and not is_checked:
        raise NameDoubtful(
            _("Is this the name of somebody: %(words)s? Leave it out, or say below that it is not.")
            % {"words": ", ".join(found.perhaps)},
            list(found.perhaps),
        )
    return text
