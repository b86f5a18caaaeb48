"""A group asks to come, through the site."""

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from naast.core import clock
from naast.core.errors import DomainError
from naast.core.http import page, see_other
from naast.organisations.public import HouseRequest, open_house
from naast.outreach.forms.groups import PublicGroupForm
from naast.outreach.queries import groups as queries
from naast.outreach.services import groups as services
from naast.recruitment.views import sending
from naast.vacancies.addresses import with_words
from naast.vacancies.views.public import via_of


@require_http_methods(["GET", "POST"])
@open_house
def group(request: HouseRequest) -> HttpResponse:
    """The plan of a group; it says honestly when a quarter is full, and which one is not."""
    template = "outreach/public_group.html"
    found = queries.quarters(request.visitor, today=clock.today())
    form = PublicGroupForm(
        request.POST or None, actor=request.visitor, country=request.house.country, quarters=found
    )
    context: dict[str, object] = {
        "form": form,
        "now": found[0],
        "following": queries.next_with_room(found),
        "draft_key": f"group:{request.house.slug}",
        "via": via_of(request),
    }
    if request.method == "POST":
        why = sending.refusal(request, what="group")
        if why:
            return sending.refused(request, template, context, form=form, why=why)
        if form.is_valid() and _asked(request, form):
            thanks = reverse("public:group_thanks", kwargs={"house": request.house.slug})
            return see_other(with_words(thanks, via=via_of(request)))
    return page(request, template, context, refused=bool(form.errors))


def _asked(request: HouseRequest, form: PublicGroupForm) -> bool:
    try:
        services.ask_for_group(actor=request.visitor, plan=form.group_plan())
    except DomainError as error:
        form.add_error(None, str(error))
        return False
    return True


@require_http_methods(["GET"])
@open_house
def group_thanks(request: HouseRequest) -> HttpResponse:
    """What happens next."""
    return page(request, "outreach/public_group_thanks.html", {"via": via_of(request)})
