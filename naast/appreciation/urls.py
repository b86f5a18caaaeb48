"""Addresses of this room, under /o/<organisation>/."""

from django.urls import URLPattern

app_name = "appreciation"
urlpatterns: list[URLPattern] = []
