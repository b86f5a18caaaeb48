"""Public addresses of this room, under /v/<organisation>/, in the namespace «public»."""

from django.urls import path

from naast.vacancies.views import feeds, public

urlpatterns = [
    path("", public.vacancies, name="vacancies"),
    path("embed/", feeds.embed, name="embed"),
    path("feed.json", feeds.feed_json, name="feed_json"),
    path("feed.xml", feeds.feed_xml, name="feed_xml"),
    path("explore/", public.explore, name="explore"),
    path("<uuid:vacancy_id>/", public.vacancy, name="vacancy"),
]
