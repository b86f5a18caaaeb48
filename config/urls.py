"""All addresses. Pages of an organisation stand under /o/<organisation>/, what it shows to everybody under
/v/<organisation>/."""

from django.urls import include, path

from naast.desk.views import home

in_an_organisation = [
    path("", include("naast.desk.urls")),
    path("organisation/", include("naast.organisations.urls")),
    path("people/", include("naast.people.urls")),
    path("programmes/", include("naast.programmes.urls")),
    path("", include("naast.agreements.urls")),
    path("", include("naast.checks.urls")),
    path("", include("naast.casebook.urls")),
    path("", include("naast.learning.urls")),
    path("", include("naast.intervision.urls")),
    path("recruiting/", include("naast.vacancies.urls")),
    path("", include("naast.recruitment.urls")),
    path("", include("naast.outreach.urls")),
    path("messages/", include("naast.messaging.urls")),
    path("", include("naast.companionship.urls")),
    path("", include("naast.division.urls")),
    path("", include("naast.shifting.urls")),
    path("", include("naast.circles.urls")),
    path("", include("naast.surroundings.urls")),
    path("", include("naast.capacity.urls")),
    path("", include("naast.belonging.urls")),
    path("", include("naast.support.urls")),
    path("", include("naast.appreciation.urls")),
    path("", include("naast.parting.urls")),
    path("", include("naast.lending.urls")),
    path("", include("naast.rates.urls")),
    path("", include("naast.expenses.urls")),
    path("", include("naast.payouts.urls")),
    path("", include("naast.statements.urls")),
    path("", include("naast.signals.urls")),
    path("", include("naast.needs.urls")),
    path("", include("naast.complaints.urls")),
    path("", include("naast.privacy.urls")),
    path("", include("naast.accountability.urls")),
    path("lists/", include("naast.exchange.urls")),
]

# Pages for people without an account, each of one organisation, all in one namespace.
in_public = [
    path("", include("naast.vacancies.urls_public")),
    path("", include("naast.recruitment.urls_public")),
    path("", include("naast.outreach.urls_public")),
    path("", include("naast.parting.urls_public")),
]

urlpatterns = [
    path("", home, name="home"),
    path("accounts/", include("allauth.urls")),
    path("me/", include("naast.accounts.urls")),
    path("", include("naast.core.urls")),
    path("v/<slug:house>/", include((in_public, "public"))),
    path("o/<slug:organisation>/", include(in_an_organisation)),
]
