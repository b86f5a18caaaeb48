"""Public addresses of this room, under /v/<organisation>/, in the namespace «public»."""

from django.urls import path

from naast.parting.views import public

urlpatterns = [
    path("goodbye/<str:token>/", public.keepsake, name="keepsake"),
    path("goodbye/<str:token>/thank-you.pdf", public.keepsake_as_pdf, name="keepsake_pdf"),
    path("goodbye/<str:token>/stop/", public.keepsake_stop, name="keepsake_stop"),
]
