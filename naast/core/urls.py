"""Addresses of the ground floor."""

from django.urls import path

from naast.core import views

app_name = "core"
urlpatterns = [
    path("draft/", views.save_draft, name="save_draft"),
    path("gallery/", views.gallery, name="gallery"),
]
