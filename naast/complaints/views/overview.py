"""What somebody listens to, what nobody listens to, the figures of a year, and the terms of the house."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.audit import log
from naast.complaints.forms.staff import TermsForm
from naast.complaints.models import Complaint
from naast.complaints.policies import complaints as policies
from naast.complaints.queries import complaints as queries
from naast.complaints.queries.figures import figures_of
from naast.complaints.queries.terms import terms_of
from naast.complaints.services import handling, outcomes
from naast.complaints.views.doors import by_figures, by_listeners, by_settings
from naast.core import clock
from naast.core.http import or_404, page, see_other
from naast.core.paging import keyset_page
from naast.messaging.forms import posted
from naast.organisations.access import ActorRequest
from naast.organisations.form_pages import FormPage, form_page

MOST_TO_TAKE_UP = 30
YEARS_BACK = 5


@require_http_methods(["GET"])
@by_listeners
def overview(request: ActorRequest) -> HttpResponse:
    """What was given to this colleague to listen to: open, or over and not erased yet."""
    actor = request.actor
    is_over = request.GET.get("show") == "over"
    rows = queries.listed(actor, is_over=is_over)
    found = keyset_page(rows, params=request.GET, fields=("id",), newest_first=True)
    log.looked("complaint.listed", actor=actor, target=request.organisation)
    context: dict[str, object] = {
        "rows": found,
        "is_over": is_over,
        "today": clock.today(),
        "to_take_up": [] if is_over else list(queries.to_take_up(actor)[:MOST_TO_TAKE_UP]),
        "may_read_figures": bool(policies.can_read_figures(actor)),
        "may_change_terms": bool(policies.can_change_terms(actor)),
    }
    return page(request, "complaints/overview.html", context)


@require_http_methods(["POST"])
@by_listeners
def take_up(request: ActorRequest, complaint_id: UUID) -> HttpResponse:
    """Listen to what nobody listens to any more."""
    try:
        taken = handling.take_up(actor=request.actor, complaint_id=complaint_id)
    except Complaint.DoesNotExist:
        # Tapped twice: it is theirs already.
        taken = or_404(queries.get_complaint(request.actor, complaint_id))
    return see_other(request.actor.url("complaints:complaint", complaint_id=taken.pk))


@require_http_methods(["GET"])
@by_figures
def figures(request: ActorRequest) -> HttpResponse:
    """A year without persons."""
    this_year = clock.today().year
    asked = request.GET.get("year", "")
    year = int(asked) if asked.isdecimal() else this_year
    if not this_year - YEARS_BACK <= year <= this_year:
        year = this_year
    shown = figures_of(request.actor, year=year)
    context: dict[str, object] = {
        "figures": shown,
        "before": year - 1 if year > this_year - YEARS_BACK else None,
        "after": year + 1 if year < this_year else None,
        "is_listener": request.actor.has(*policies.LISTENERS),
        "terms": terms_of(request.organisation.pk),
    }
    return page(request, "complaints/figures.html", context)


@require_http_methods(["GET", "POST"])
@by_settings
def terms(request: ActorRequest) -> HttpResponse:
    """How soon the house answers, and who can look at it again."""
    actor = request.actor
    is_listener = actor.has(*policies.LISTENERS)
    form = TermsForm(posted(request), initial=TermsForm.start(terms_of(request.organisation.pk)))

    def act(sent: TermsForm) -> str:
        outcomes.change_terms(actor=actor, terms=sent.terms())
        return actor.url("complaints:terms")

    told = FormPage(
        title=_("Terms for complaints"),
        lead=_(
            "How soon somebody hears from you, and to whom they can go who are still not content. Everybody reads this, from the first page on."
        ),
        key=f"complaint-terms:{request.organisation.pk}",
        done=_("Kept. It holds for what comes from now on."),
        back_url=actor.url("complaints:overview" if is_listener else "organisations:settings"),
        back_label=_("Complaints") if is_listener else _("Organisation"),
        template="complaints/terms.html",
        context={"country": request.organisation.country},
    )
    return form_page(request, form, act, told)
