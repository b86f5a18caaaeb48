"""All addresses. Pages of an organisation stand under /o/<organisation>/."""

from django.urls import include, path

from naast.desk.views import home

in_an_organisation = [
    path("", include("naast.desk.urls")),
    path("organisation/", include("naast.organisations.urls")),
    path("people/", include("naast.people.urls")),
    path("programmes/", include("naast.programmes.urls")),
    path("", include("naast.companionship.urls")),
    path("lists/", include("naast.exchange.urls")),
]

urlpatterns = [
    path("", home, name="home"),
    path("accounts/", include("allauth.urls")),
    path("me/", include("naast.accounts.urls")),
    path("", include("naast.core.urls")),
    path("o/<slug:organisation>/", include(in_an_organisation)),
]
