"""Addresses of this room."""

from django.urls import URLPattern

app_name = "intervision"
urlpatterns: list[URLPattern] = []
