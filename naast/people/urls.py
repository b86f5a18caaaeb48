"""Addresses of this room, under /o/<organisation>/people/."""

from django.urls import path

from naast.people.views import around, arriving, cards, editing, hats, lists

app_name = "people"
urlpatterns = [
    path("volunteers/", lists.volunteers, name="volunteers"),
    path("volunteers/new/", arriving.new_volunteer, name="new_volunteer"),
    path("volunteers/<uuid:person_id>/", cards.volunteer, name="volunteer"),
    path("volunteers/<uuid:person_id>/print/", cards.volunteer_print, name="volunteer_print"),
    path("participants/", lists.participants, name="participants"),
    path("participants/new/", arriving.new_participant, name="new_participant"),
    path("participants/<uuid:person_id>/", cards.participant, name="participant"),
    path("participants/<uuid:person_id>/read-by/", cards.looks, name="looks"),
    path("me/", cards.about_me, name="about_me"),
    path("me/<slug:section>/", editing.my_section, name="my_section"),
    path("<uuid:person_id>/edit/", editing.person_edit, name="person_edit"),
    path("<uuid:person_id>/edit/<slug:section>/", editing.person_section, name="person_section"),
    path("<uuid:person_id>/notes/new/", around.write_note, name="write_note"),
    path("<uuid:person_id>/consents/", around.consents, name="consents"),
    path(
        "<uuid:person_id>/consents/<uuid:consent_id>/withdraw/",
        around.withdraw_consent,
        name="withdraw_consent",
    ),
    path(
        "<uuid:person_id>/consents/<slug:purpose>/words/",
        around.private_words,
        name="private_words",
    ),
    path("<uuid:person_id>/days-away/", around.exceptions, name="exceptions"),
    path(
        "<uuid:person_id>/days-away/<uuid:exception_id>/remove/",
        around.remove_exception,
        name="remove_exception",
    ),
    path("<uuid:person_id>/what-helps/", around.support, name="support"),
    path("<uuid:person_id>/hats/", hats.hats, name="hats"),
    path("<uuid:person_id>/hats/<slug:hat>/", hats.put_on_hat, name="put_on_hat"),
    path("<uuid:person_id>/hats/<slug:hat>/<slug:step>/", hats.take_step, name="take_step"),
    path("<uuid:person_id>/household/", hats.household, name="household"),
    path("<uuid:person_id>/household/leave/", hats.leave_household, name="leave_household"),
    path("<uuid:person_id>/household/<uuid:other_id>/", hats.live_together, name="live_together"),
]
