"""What a ceiling means for a volunteer’s year, and what finance can do: one sentence for each country."""

from django.utils.translation import gettext as _

from naast.law.costs.figures import BELGIUM
from naast.statements.queries.nearing import Nears


def advice(nears: Nears, country: str) -> str:
    """What to do for this volunteer, the most pressing first (spec/law 1.7.7, 2.1)."""
    if nears.is_passed:
        return _passed(nears, country)
    if all(each.is_of_some for each in nears.ceilings):
        return _(
            "Everything counts for ordinary tasks too, up to their own ceiling. Above that only tasks with the raised ceiling can still be paid this year: agree with the volunteer which ones they do."
        )
    if nears.is_nearly_full:
        return _("Hardly anything is left. Agree today what happens with the rest of this year.")
    return _("Agree with the volunteer how to go on this year, before it is full.")


def _passed(nears: Nears, country: str) -> str:
    passed = [each for each in nears.ceilings if each.is_passed]
    if all(each.is_km for each in passed):
        return _(
            "Beside fixed amounts at most 2,000 kilometres a year may be paid. Pay no more kilometres this year, and look with the volunteer whether the declaration is right."
        )
    if country == BELGIUM:
        return _(
            "Above the ceiling everything of this year is seen as pay and taxed, unless real costs are proved for the whole year. Pay nothing more, ask the volunteer whether the declaration is right, and ask your accountant what can be mended."
        )
    return _(
        "Above the ceiling the rule of the allowance no longer holds, and all of it may be taxed unless the costs are proved. Pay nothing more, ask the volunteer whether the declaration is right, and ask your accountant what can be mended."
    )
