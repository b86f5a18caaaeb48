"""Addresses of the desk and of the other homes, under /o/<organisation>/."""

from django.urls import path

from naast.desk.views import homes, start, today

app_name = "desk"
urlpatterns = [
    path("", start.house, name="house"),
    path("today/", today.today, name="today"),
    path("today/later/<str:kind>/<uuid:subject_id>/", today.later, name="later"),
    path("today/put-off/", today.put_off, name="put_off"),
    path("today/back/<str:kind>/<uuid:subject_id>/", today.bring_back, name="bring_back"),
    path("today/week/", today.week, name="week"),
    path("search/", today.search, name="search"),
    path("volunteer/", homes.volunteer_home, name="volunteer_home"),
    path("participant/", homes.participant_home, name="participant_home"),
    path("professional/", homes.professional_home, name="professional_home"),
    path("board/", homes.board_home, name="board_home"),
    path("help/", homes.help_page, name="help"),
    path("me/", homes.me, name="me"),
]
