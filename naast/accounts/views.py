"""A user's own choices; and, in the demo alone, signing in as one of the cast."""

from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from naast.accounts import services
from naast.accounts.forms import LanguageForm
from naast.accounts.models import User
from naast.core.access import open_to_everyone, open_to_signed_in
from naast.core.http import page, see_other

ADDRESS_OF_THE_CAST = "@demo.example"


@require_http_methods(["GET", "POST"])
@open_to_signed_in
def language(request: HttpRequest) -> HttpResponse:
    """Choose the language of the pages."""
    user = request.user
    if not isinstance(user, User):
        raise Http404
    form = LanguageForm(request.POST or None, initial={"language": user.language})
    if request.method == "POST" and form.is_valid():
        services.choose_language(user, form.cleaned_data["language"])
        return see_other(reverse("home"))
    return page(request, "accounts/language.html", {"form": form}, refused=bool(form.errors))


@require_http_methods(["POST"])
@open_to_everyone
def demo_sign_in(request: HttpRequest) -> HttpResponse:
    """Sign in as one of the invented people. Outside the demo this page does not exist."""
    if not settings.DEMO:
        raise Http404
    user = get_object_or_404(
        User, email=request.POST.get("email", ""), email__endswith=ADDRESS_OF_THE_CAST
    )
    login(request, user, backend=settings.AUTHENTICATION_BACKENDS[0])
    return see_other(reverse("home"))
