"""Addresses of this room, under /o/<organisation>/lists/."""

from django.urls import path

from naast.exchange.views import bringing, loading, taking

app_name = "exchange"
urlpatterns = [
    path("", bringing.start, name="start"),
    path("export/<str:kind>.<str:form>", taking.export, name="export"),
    path("<uuid:job_id>/", loading.job, name="job"),
    path("<uuid:job_id>/columns/", bringing.columns, name="columns"),
    path("<uuid:job_id>/sheet/", bringing.sheet, name="sheet"),
    path("<uuid:job_id>/decide/", loading.decide, name="decide"),
    path("<uuid:job_id>/load/", loading.load, name="load"),
    path("<uuid:job_id>/progress/", loading.progress, name="progress"),
    path("<uuid:job_id>/leftovers.xlsx", loading.leftovers, name="leftovers"),
    path("<uuid:job_id>/forget/", loading.forget, name="forget"),
    path("<uuid:job_id>/undo/", loading.undo, name="undo"),
    path("<uuid:job_id>/drop/", loading.drop, name="drop"),
]
