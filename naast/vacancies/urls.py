"""Addresses of this room, under /o/<organisation>/recruiting/."""

from django.urls import path

from naast.vacancies.views import channels, sharing, vacancies

app_name = "vacancies"
urlpatterns = [
    path("", vacancies.vacancies, name="vacancies"),
    path("vacancies/new/", vacancies.new_vacancy, name="new_vacancy"),
    path(
        "vacancies/new/<uuid:programme_id>/",
        vacancies.new_from_programme,
        name="new_from_programme",
    ),
    path("vacancies/<uuid:vacancy_id>/", vacancies.vacancy, name="vacancy"),
    path("vacancies/<uuid:vacancy_id>/facts/", vacancies.change_facts, name="change_facts"),
    path("vacancies/<uuid:vacancy_id>/preview/", sharing.preview, name="preview"),
    path("vacancies/<uuid:vacancy_id>/share/", sharing.share, name="share"),
    path("vacancies/<uuid:vacancy_id>/poster.pdf", sharing.poster, name="poster"),
    path(
        "vacancies/<uuid:vacancy_id>/text/<slug:language>/",
        vacancies.change_text,
        name="change_text",
    ),
    path(
        "vacancies/<uuid:vacancy_id>/text/<slug:language>/remove/",
        vacancies.remove_text,
        name="remove_text",
    ),
    path("vacancies/<uuid:vacancy_id>/steps/<slug:step>/", vacancies.take_step, name="take_step"),
    path("elsewhere/", sharing.elsewhere, name="elsewhere"),
    path("channels/", channels.channels, name="channels"),
    path("channels/new/", channels.new_channel, name="new_channel"),
    path("channels/usual/", channels.add_usual, name="add_usual"),
    path("channels/<uuid:channel_id>/", channels.change_channel, name="change_channel"),
]
