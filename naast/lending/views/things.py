"""The register of what is lent."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other
from naast.core.paging import keyset_page
from naast.lending.forms.staff import ItemForm
from naast.lending.models import Item
from naast.lending.queries import things as queries
from naast.lending.services import things as services
from naast.lending.showing import lines_of_item
from naast.lending.views.doors import by_coordinator, tabs_of
from naast.messaging.forms import posted
from naast.organisations.access import ActorRequest
from naast.organisations.form_pages import FormPage, form_page


@require_http_methods(["GET"])
@by_coordinator
def things(request: ActorRequest) -> HttpResponse:
    """Everything that is lent, by name; or what is no longer lent."""
    is_retired = request.GET.get("show") == "retired"
    find = request.GET.get("find", "")
    rows = queries.listed(request.actor, find=find, is_retired=is_retired)
    context = {
        "page": keyset_page(rows, params=request.GET, fields=("label", "id")),
        "is_retired": is_retired,
        "find": find,
        "tabs": tabs_of(request.actor, "things"),
    }
    return page(request, "lending/things.html", context)


@require_http_methods(["GET", "POST"])
@by_coordinator
def new_item(request: ActorRequest) -> HttpResponse:
    """Put something in the register."""
    # Forgotten, a question too much; not ticked, somebody's papers go to the next one.
    form = ItemForm(posted(request), initial={"has_data": True})

    def act(sent: ItemForm) -> str:
        made = services.add_item(actor=request.actor, new=sent.item())
        return request.actor.url("lending:item", item_id=made.pk)

    told = FormPage(
        title=_("Something new to lend"),
        done=_("It stands in the register. Now you can lend it."),
        back_url=request.actor.url("lending:things"),
        back_label=_("All things"),
        action=_("Add"),
    )
    return form_page(request, form, act, told)


@require_http_methods(["GET"])
@by_coordinator
def item(request: ActorRequest, item_id: UUID) -> HttpResponse:
    """One thing: who has it, who had it, what can be done."""
    return show_item(request, or_404(queries.get_item(request.actor, item_id)))


def show_item(request: ActorRequest, found: Item, *, refusal: str = "") -> HttpResponse:
    """The page, with why something could not be done."""
    context: dict[str, object] = {
        "shown": queries.item_page(request.actor, found),
        "item": found,
        "lines": lines_of_item(found),
        "refusal": refusal,
    }
    return page(request, "lending/item.html", context, refused=bool(refusal))


@require_http_methods(["GET", "POST"])
@by_coordinator
def change_item(request: ActorRequest, item_id: UUID) -> HttpResponse:
    """Say it better."""
    found = or_404(queries.get_item(request.actor, item_id))
    initial = {name: getattr(found, name) for name in ItemForm.base_fields}
    form = ItemForm(posted(request), initial=initial)

    def act(sent: ItemForm) -> None:
        services.change_item(actor=request.actor, item_id=found.pk, new=sent.item())

    told = FormPage(
        title=_("Change"),
        done=_("Changed."),
        back_url=request.actor.url("lending:item", item_id=found.pk),
        back_label=found.label,
    )
    return form_page(request, form, act, told)


def _do(
    request: ActorRequest, item_id: UUID, service: Callable[..., Item], done: str
) -> HttpResponse:
    found = or_404(queries.get_item(request.actor, item_id))
    try:
        service(actor=request.actor, item_id=found.pk)
    except DomainError as error:
        return show_item(request, found, refusal=str(error))
    messages.success(request, done)
    return see_other(request.actor.url("lending:item", item_id=found.pk))


@require_http_methods(["POST"])
@by_coordinator
def retire_item(request: ActorRequest, item_id: UUID) -> HttpResponse:
    """No longer lent."""
    return _do(request, item_id, services.retire_item, _("It is no longer lent."))


@require_http_methods(["POST"])
@by_coordinator
def restore_item(request: ActorRequest, item_id: UUID) -> HttpResponse:
    """Back in the register."""
    return _do(request, item_id, services.restore_item, _("It is back in the register."))
