"""The letter about attendance as accessible PDF (PDF/UA-1), for the volunteer alone (S1-15)."""

from pathlib import Path

from django.utils.formats import date_format
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from naast.core import clock
from naast.core.pdf import pdf_of
from naast.privacy.models import AttendanceLetter
from naast.privacy.queries.attendance import Month

TEMPLATE = Path(__file__).parent / "sheets" / "attendance.typ"
AN_HOUR = 60


def attendance_pdf(letter: AttendanceLetter, months: list[Month], *, organisation: str) -> bytes:
    """The letter in the language of the reader. It says when the volunteer was here, and with nobody’s name."""
    day = clock.today()
    content = {
        "title": _("When I was here as a volunteer"),
        "name": letter.person.name,
        "organisation": organisation,
        "language": (get_language() or "nl")[:2],
        "on": [day.year, day.month, day.day],
        "date": date_format(day, "DATE_FORMAT"),
        "lead": _("From %(first)s until %(last)s.")
        % {
            "first": date_format(letter.from_on, "DATE_FORMAT"),
            "last": date_format(letter.until_on, "DATE_FORMAT"),
        },
        "heads": [_("Month"), _("Days"), _("About how long")],
        "rows": [_row(month) for month in months],
        "empty": _("In this period no visits were told."),
        "asked": _(
            "Made on %(day)s at the written request of the volunteer, and given to them alone."
        )
        % {"day": date_format(letter.asked_on, "DATE_FORMAT")},
        "note": _(
            "Volunteering is a free choice. Being here or not is nobody’s duty, and we report it to no office. These are the days that the volunteer told us themselves."
        ),
    }
    return pdf_of(TEMPLATE, content)


def _row(month: Month) -> list[str]:
    hours = round(month.minutes / AN_HOUR)
    long = ngettext("%(number)d hour", "%(number)d hours", hours) % {"number": hours}
    return [
        date_format(month.first, "F Y"),
        str(month.days),
        long if month.minutes else "",
    ]
