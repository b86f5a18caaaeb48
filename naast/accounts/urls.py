"""Addresses of a user's own choices, and of the cast in the demo."""

from django.urls import path

from naast.accounts import views

app_name = "accounts"
urlpatterns = [
    path("language/", views.language, name="language"),
    path("demo/sign-in/", views.demo_sign_in, name="demo_sign_in"),
]
