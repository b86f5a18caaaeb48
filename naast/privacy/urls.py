"""Addresses of this room, under /o/<organisation>/."""

from django.urls import path

from naast.privacy.urls_keeping import urlpatterns as keeping
from naast.privacy.views import mine, overview, requests

app_name = "privacy"
ONE = "privacy/requests/<uuid:request_id>/"
urlpatterns = [
    path("privacy/", overview.overview, name="overview"),
    # What people ask about their data.
    path("privacy/requests/", requests.requests, name="requests"),
    path("privacy/requests/who/", requests.choose_person, name="choose_person"),
    path("privacy/requests/new/", requests.new_request, name="new_request"),
    path("privacy/requests/new/<uuid:person_id>/", requests.new_request_of, name="new_request_of"),
    path(ONE, requests.request_page, name="request"),
    path(f"{ONE}known/", requests.know_who, name="know_who"),
    path(f"{ONE}more-time/", requests.more_time, name="more_time"),
    path(f"{ONE}answer/", requests.answer, name="answer"),
    path(f"{ONE}take-back/", requests.take_back, name="take_back"),
    path(f"{ONE}not-used/", requests.restrict, name="restrict"),
    path(f"{ONE}copy.zip", requests.copy_for, name="copy_for"),
    path(f"{ONE}erase/", requests.erase, name="erase"),
    # Everybody's own.
    path("mine/data/", mine.my_data, name="my_data"),
    path("mine/data/copy.zip", mine.my_copy, name="my_copy"),
    path("mine/data/<uuid:request_id>/take-back/", mine.my_take_back, name="my_take_back"),
    *keeping,
]
