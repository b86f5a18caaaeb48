"""Empty papers for who is not online."""

from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

from naast.core.http import or_404
from naast.expenses.paper import claim_pdf, declaration_pdf, known
from naast.expenses.queries.terms import settings_of
from naast.expenses.views.doors import by_who_hands_out
from naast.organisations.access import ActorRequest


@require_http_methods(["GET"])
@by_who_hands_out
def claim_paper(request: ActorRequest, language: str) -> HttpResponse:
    """The form to ask costs back, to fill in by hand."""
    house = request.organisation
    content = claim_pdf(
        or_404(known(language)),
        organisation=house.name,
        country=house.country,
        gives_fixed=settings_of(house.pk).flat_is_on,
    )
    return _file(content, f"costs-{language}.pdf")


@require_http_methods(["GET"])
@by_who_hands_out
def declaration_paper(request: ActorRequest, language: str) -> HttpResponse:
    """The declaration on honour, to fill in by hand."""
    house = request.organisation
    content = declaration_pdf(
        or_404(known(language)), organisation=house.name, country=house.country
    )
    return _file(content, f"declaration-{language}.pdf")


def _file(content: bytes, name: str) -> HttpResponse:
    return HttpResponse(
        content,
        content_type="application/pdf",
        headers={"Content-Disposition": f'inline; filename="{name}"'},
    )
