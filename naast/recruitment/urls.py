"""Addresses of this room, under /o/<organisation>/."""

from django.urls import include, path

from naast.recruitment.views import applications, figures, heard, outcomes, partners, steps

app_name = "recruitment"
one = "candidates/<uuid:application_id>/"
urlpatterns = [
    path("candidates/", applications.applications, name="applications"),
    path("candidates/board/", applications.board, name="board"),
    path("candidates/partners/", partners.partners, name="partners"),
    path("candidates/partners/new/", partners.new_partner, name="new_partner"),
    path("candidates/partners/<uuid:partner_id>/", partners.change_partner, name="change_partner"),
    path("", include("naast.recruitment.urls_entering")),
    path("", include("naast.recruitment.urls_talks")),
    path(one, applications.application, name="application"),
    path(f"{one}go-on/", steps.go_on, name="go_on"),
    path(f"{one}later/", steps.later, name="later"),
    path(f"{one}pause/", steps.pause, name="pause"),
    path(f"{one}come-back/", steps.come_back, name="come_back"),
    path(f"{one}reopen/", steps.reopen, name="reopen"),
    path(f"{one}keep-longer/", steps.keep_longer, name="keep_longer"),
    path(f"{one}contact/", steps.contact, name="contact"),
    path(f"{one}coordinator/", steps.change_coordinator, name="change_coordinator"),
    path(f"{one}role/", steps.change_programme, name="change_programme"),
    path(f"{one}channel/", heard.change_channel, name="change_channel"),
    path(f"{one}choice/", steps.choose, name="choose"),
    path(f"{one}start/", steps.start, name="start"),
    path(f"{one}look-back/", steps.look_back, name="look_back"),
    path(f"{one}carry/", outcomes.carry, name="carry"),
    path(f"{one}round-off/", outcomes.round_off, name="round_off"),
    path(f"{one}round-off/<slug:outcome>/", outcomes.round_off_as, name="round_off_as"),
    path("recruiting/figures/", figures.funnel, name="funnel"),
    path("recruiting/sources/", figures.source_list, name="sources"),
]
