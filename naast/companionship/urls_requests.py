"""Addresses of wishes, the shortlist and places."""

from django.urls import path

from naast.companionship.views import request_steps as steps
from naast.companionship.views import requests, shortlist

urlpatterns = [
    path("requests/", requests.requests, name="requests"),
    path("requests/new/", requests.new_request, name="new_request"),
    path("requests/<uuid:request_id>/", requests.request_page, name="request"),
    path("requests/<uuid:request_id>/change/", requests.change_request, name="change_request"),
    path("requests/<uuid:request_id>/consent/", steps.request_consent, name="request_consent"),
    path("requests/<uuid:request_id>/yes/", steps.say_yes, name="say_yes"),
    path("requests/<uuid:request_id>/take-back/", steps.withdraw_consent, name="withdraw_consent"),
    path("requests/<uuid:request_id>/search/", steps.start_search, name="start_search"),
    path("requests/<uuid:request_id>/explore/", steps.explore_request, name="explore_request"),
    path("requests/<uuid:request_id>/close/", steps.close_request, name="close_request"),
    path("requests/<uuid:request_id>/reopen/", steps.reopen_request, name="reopen_request"),
    path("requests/<uuid:request_id>/support/", steps.request_support, name="request_support"),
    path("requests/<uuid:request_id>/goals/new/", steps.new_goal, name="new_goal"),
    path("requests/<uuid:request_id>/goals/<uuid:goal_id>/", steps.change_goal, name="change_goal"),
    path(
        "requests/<uuid:request_id>/goals/<uuid:goal_id>/drop/", steps.drop_goal, name="drop_goal"
    ),
    path("requests/<uuid:request_id>/avoid/", steps.avoid_person, name="avoid_person"),
    path(
        "requests/<uuid:request_id>/no-longer-avoid/",
        steps.no_longer_avoid,
        name="no_longer_avoid",
    ),
    path("requests/<uuid:request_id>/shortlist/", shortlist.shortlist, name="shortlist"),
    path("requests/<uuid:request_id>/propose/", shortlist.propose, name="propose"),
    path("places/<uuid:person_id>/", shortlist.places, name="places"),
]
