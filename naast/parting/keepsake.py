"""What somebody takes along when they leave: thanks, what they did, what they learned, which letters they have, as
an accessible PDF (PDF/UA-1)."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from naast.appreciation.models import Letter, LetterState, Thanks
from naast.core.pdf import pdf_of
from naast.learning.models import Completion
from naast.parting.models import Keepsake, Parting
from naast.people.models import Person
from naast.programmes.models import Engagement

TEMPLATE = Path(__file__).parent / "sheets" / "keepsake.typ"
MOST = 60
# A heading, and lines under it; a part without lines is left out.
Part = tuple[str, list[str]]


def _what_you_did(person: Person) -> Part:
    rows = Engagement.objects.filter(person=person).select_related("programme")
    return _("What you did"), [
        _("%(programme)s, since %(day)s")
        % {"programme": row.programme.name, "day": date_format(row.started_on, "F Y")}
        for row in rows.order_by("started_on", "id")[:MOST]
    ]


def _what_you_learned(person: Person) -> Part:
    rows = Completion.objects.filter(person=person).select_related("course")
    return _("What you learned"), [
        f"{row.course.title} ({date_format(row.done_on, 'F Y')})"
        for row in rows.order_by("done_on", "id")[:MOST]
    ]


def _thanks_you_got(person: Person) -> Part:
    rows = Thanks.objects.filter(person=person).select_related("given_by__user")
    return _("Thanks you got"), [
        _("%(words)s (%(name)s, %(day)s)")
        % {
            "words": row.words.strip() or _("Thank you for today."),
            "name": row.given_by.user.name,
            "day": date_format(row.given_on, "DATE_FORMAT"),
        }
        for row in rows.order_by("-given_on", "-id")[:MOST]
    ]


def _your_letters(person: Person) -> Part:
    """That they exist, by kind and day: what stands in them is theirs to show."""
    rows = Letter.objects.filter(person=person, state=LetterState.AGREED)
    return _("Your letters"), [
        _("%(kind)s (agreed on %(day)s)")
        % {"kind": row.get_kind_display(), "day": date_format(row.agreed_on, "DATE_FORMAT")}
        for row in rows.order_by("agreed_on", "id")[:MOST]
        if row.agreed_on is not None
    ]


# What each room gives along.
SOURCES: tuple[Callable[[Person], Part], ...] = (
    _what_you_did,
    _what_you_learned,
    _thanks_you_got,
    _your_letters,
)


def gather(parting: Parting, *, organisation: str, language: str, day: Any) -> dict[str, Any]:
    """Everything on the sheet, in the person's language, as it stands today."""
    person = parting.person
    with override(language):
        profile = getattr(person, "volunteer", None)
        since = profile.since_on if profile is not None else None
        parts = [source(person) for source in SOURCES]
        return {
            "title": _("Thank you"),
            "name": person.name,
            "organisation": organisation,
            "language": language[:2],
            "on": [day.year, day.month, day.day],
            "date": date_format(day, "DATE_FORMAT"),
            "lead": _("A volunteer with us since %(day)s.") % {"day": date_format(since, "F Y")}
            if since
            else _("A volunteer with us."),
            "thanks": parting.thanks,
            "parts": [{"heading": heading, "rows": rows} for heading, rows in parts if rows],
        }


def keepsake_pdf(keepsake: Keepsake) -> bytes:
    """The sheet as PDF/UA-1. The same keepsake gives the same bytes."""
    return pdf_of(TEMPLATE, keepsake.content)
