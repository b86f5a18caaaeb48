"""Addresses of this room, under /o/<organisation>/messages/. Kinds have a dot in their code, so no slug."""

from django.urls import path

from naast.messaging import views

app_name = "messaging"
urlpatterns = [
    path("", views.outbox, name="outbox"),
    path("texts/", views.wordings, name="wordings"),
    path("texts/<str:kind>/<slug:language>/", views.wording, name="wording"),
    path("texts/<str:kind>/<slug:language>/usual/", views.use_usual, name="use_usual"),
    path("<uuid:message_id>/", views.letter, name="letter"),
    path("<uuid:message_id>/again/", views.try_again, name="try_again"),
]
