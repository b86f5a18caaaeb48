"""What a check says: as JSON Lines, or as a table to read."""

import json
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from naast.expenses.lists import words
from naast.expenses.lists.checking import Check, Checked
from naast.law.costs.figures import NETHERLANDS
from naast.law.costs.payments import FINE, Code, Verdict, money
from naast.law.costs.years import PersonYear

# So wide are number, verdict, limit and total in the table.
ROW = "{number:>7}  {verdict:<7} {limit:>10} {total:>10}  {rest}"


def json_lines(check: Check, checked: Iterable[Checked]) -> Iterator[str]:
    """One line a row, and a last one with the summary."""
    for each in checked:
        number, _line, judgement, year = each
        if judgement is FINE and year is not None:
            # Most rows of a list; put together by hand this is four times as quick.
            total = year.total
            yield (
                f'{{"row": {number}, "verdict": "ok", "codes": [], "limit": null, '
                f'"running_total": "{total // 100}.{total % 100:02}", "message": ""}}'
            )
            continue
        yield json.dumps(
            {
                "row": number,
                "verdict": judgement.verdict,
                "codes": judgement.codes,
                "limit": _limit(each),
                "running_total": _total(each),
                "message": words.message(each, check.country),
            }
        )
    yield json.dumps({"summary": summary(check)})


def summary(check: Check) -> dict[str, object]:
    """Counts, everybody's years, and what can be done about a year that no longer qualifies."""
    years = [
        _year(check.country, who.name, year, found)
        for who in check.people
        for year, found in sorted(who.years.items())
    ]
    lost = [words.lost(check.country, each) for each in years if not each["qualifies"]]
    return {
        "rows": sum(check.counts.values()),
        "ok": check.counts[Verdict.OK],
        "warn": check.counts[Verdict.WARN],
        "refuse": check.counts[Verdict.REFUSE],
        "years": years,
        "message": " ".join(lost),
    }


def table(check: Check, checked: Iterable[Checked]) -> Iterator[str]:
    """The same to read: one line a row, then everybody's years."""
    yield ROW.format(
        number=_("row"), verdict=_("verdict"), limit=_("limit"), total=_("year"), rest=_("why")
    )
    for each in checked:
        codes = ", ".join(each[2].codes)
        why = words.message(each, check.country)
        yield ROW.format(
            number=each[0],
            verdict=each[2].verdict,
            limit=_limit(each) or "–",
            total=_total(each) or "–",
            rest=_on_one_line(f"{codes}: {why}") if codes else "",
        ).rstrip()
    yield from _closing(summary(check))


def _closing(found: dict[str, object]) -> Iterator[str]:
    yield ""
    yield _("%(rows)s rows: %(ok)s ok, %(warn)s with a warning, %(no)s not to be paid.") % {
        **found,
        "no": found["refuse"],
    }
    years = found["years"]
    for each in years if isinstance(years, list) else ():
        says = _("%(person)s, %(year)s: %(total)s, %(qualifies)s") % {
            **each,
            "qualifies": _("within the ceilings") if each["qualifies"] else _("past a ceiling"),
        }
        yield _on_one_line(says)
    if found["message"]:
        yield ""
        yield _on_one_line(str(found["message"]))


def _on_one_line(text: str) -> str:
    """Without the signs that a screen obeys: a cell of somebody’s list may hold any."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def _total(each: Checked) -> str | None:
    year = each[3]
    return None if year is None else money(year.total)


def _limit(each: Checked) -> str | None:
    judgement = each[2]
    if judgement.limit is None:
        return None
    in_km = judgement.codes[0] is Code.KM_LIMIT
    return str(judgement.limit) if in_km else money(judgement.limit)


def _year(country: str, person: str, year: int, found: PersonYear) -> dict[str, object]:
    return {
        "person": person,
        "year": year,
        "total": money(found.total),
        "qualifies": found.qualifies,
        "reasons": [code for code in Code if code in found.failed],
        "months": sorted(found.failed_months) if country == NETHERLANDS else [],
    }
