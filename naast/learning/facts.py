"""How a course and a session read in a few facts."""

from django.utils.translation import gettext as _

from naast.core.templatetags.ui_blocks import Definition
from naast.learning.models import Course, Session
from naast.learning.pdf import length
from naast.people.terms import language_name


def facts_of(course: Course) -> list[Definition]:
    """Form, length, languages, how long it counts. No query with `refresher_of` at hand."""
    months = course.months_counted
    refreshes = course.refresher_of.title if course.refresher_of else ""
    return [
        Definition(_("Form"), course.get_form_display()),
        Definition(_("How long"), length(course.minutes)),
        Definition(_("Languages"), ", ".join(language_name(code) for code in course.languages)),
        Definition(_("Given by"), course.provider),
        Definition(_("On the web"), _("To the course") if course.link else "", course.link),
        Definition(
            _("Counts"), _("for good") if months is None else _("%(n)s months") % {"n": months}
        ),
        Definition(_("Refreshes"), refreshes),
        Definition(_("Helps with"), ", ".join(course.helps_with)),
        Definition(_("What to bring"), course.bring),
        Definition(
            _("For whom"),
            _("volunteers and professionals together") if course.is_mixed else "",
        ),
    ]


def moment_of(session: Session, *, has_seat: bool) -> list[Definition]:
    """Where and how long; the link to take part is for who has a place (S2-41)."""
    link = session.online_url if has_seat else ""
    said = _("Take part online") if link else _("You get the link when you sign up.")
    return [
        Definition(_("Where"), session.place),
        Definition(_("Online"), said if session.online_url else "", link),
        Definition(_("How long"), length(session.minutes)),
        Definition(_("Language spoken"), language_name(session.language)),
        Definition(_("Led by"), session.host.user.name if session.host else ""),
        Definition(
            _("For whom"),
            _("volunteers and professionals together") if session.is_mixed else "",
        ),
    ]
