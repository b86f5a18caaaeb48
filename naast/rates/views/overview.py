"""The amounts of the law by date, what is missing of them, and what was ever added."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from naast.core import clock
from naast.core.http import page
from naast.core.paging import keyset_page
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.models import Function
from naast.rates import words
from naast.rates.policies import rates as policies
from naast.rates.queries import rates as queries


@require_safe
@open_to(Function.ADMINISTRATOR, Function.FINANCE)
def rates(request: ActorRequest) -> HttpResponse:
    """Every figure with where it stands, and first what is missing now and soon."""
    today = clock.today()
    shown = queries.overview(request.actor, request.organisation, today=today)
    actor, may_keep = request.actor, bool(policies.can_keep(request.actor))
    context = {
        "tables": [
            {
                "table": table,
                "add_url": actor.url("rates:add", figure=table.figure) if may_keep else "",
            }
            for table in shown.tables
        ],
        "missing": [
            {
                "gap": gap,
                "words": words.missing(gap),
                "is_now": gap.holds_on(today),
                "is_soon": gap.first > today,
            }
            for gap in shown.missing
        ],
        "may_keep": may_keep,
    }
    return page(request, "rates/rates.html", context)


@require_safe
@open_to(Function.ADMINISTRATOR, Function.FINANCE)
def history(request: ActorRequest) -> HttpResponse:
    """Every row that was added, by whom, with what looked odd; also those that were withdrawn."""
    found = keyset_page(
        queries.all_rows(request.actor), params=request.GET, fields=("id",), newest_first=True
    )
    rows = [
        {
            "row": row,
            "days": words.days(row.valid_from, row.valid_to),
            "amounts": words.amounts(row.figure, row.amounts),
            "odd": words.odd_sentence(row.odd),
        }
        for row in found.rows
    ]
    return page(request, "rates/history.html", {"page": found, "rows": rows})
