"""Addresses of the organisation itself, under /o/<organisation>/organisation/."""

from django.urls import path

from naast.organisations import views

app_name = "organisations"
urlpatterns = [
    path("", views.settings, name="settings"),
    path("members/", views.members, name="members"),
    path("members/new/", views.new_member, name="new_member"),
    path("members/<uuid:membership_id>/end/", views.end_member, name="end_member"),
    path("absences/new/", views.new_absence, name="new_absence"),
]
