"""How a group reads: its rhythm in words, and its facts."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from naast.core.templatetags.ui_blocks import Definition
from naast.intervision import guides
from naast.intervision.models import Series, SeriesProgramme


def rhythm_of(series: Series) -> str:
    """«Every month, on the second Tuesday, 19:30»."""
    values = {
        "number": series.every,
        "day": series.get_weekday_display(),
        "hour": series.hour.strftime("%H:%M"),
        "place": series.get_week_of_month_display(),
    }
    if series.unit == Series.Unit.MONTH:
        every = ngettext(
            "Every month, on %(place)s %(day)s, %(hour)s",
            "Every %(number)s months, on %(place)s %(day)s, %(hour)s",
            series.every,
        )
    else:
        every = ngettext(
            "Every week, on %(day)s, %(hour)s",
            "Every %(number)s weeks, on %(day)s, %(hour)s",
            series.every,
        )
    return every % values


def _of_programme(part: SeriesProgramme) -> str:
    words = [part.programme.name]
    if part.is_duty:
        words.append(_("taking part belongs to the work"))
    if part.a_year:
        about = ngettext("about %(number)s a year", "about %(number)s a year", part.a_year)
        words.append(about % {"number": part.a_year})
    return ", ".join(words)


def facts_of(series: Series) -> list[Definition]:
    """What stands beside a group; read it with its programmes."""
    programmes = "; ".join(_of_programme(part) for part in series.programmes.all())
    mixed = _("Volunteers and professionals together")
    return [
        Definition(_("What you call the evenings"), series.label),
        Definition(_("Title of the invitation"), series.title),
        Definition(_("When"), rhythm_of(series)),
        Definition(_("Where"), series.place),
        Definition(_("Online"), series.online_url, series.online_url),
        Definition(_("Who takes part"), mixed if series.takes_staff else _("Volunteers")),
        Definition(_("For which programmes"), programmes),
        Definition(_("Usual method"), guides.method_named(series.method).name),
    ]
