"""Addresses about agreements that were not kept."""

from django.urls import URLPattern, path

from naast.agreements.views import step_terms as terms
from naast.agreements.views import steps

ONE = "prepare/steps/<uuid:not_kept_id>/"
urlpatterns: list[URLPattern] = [
    path("prepare/steps/", steps.steps, name="steps"),
    path("prepare/steps/terms/", terms.step_terms, name="step_terms"),
    path("prepare/steps/terms/programme/", terms.programme_step_terms, name="programme_step_terms"),
    path("prepare/steps/new/<uuid:engagement_id>/", steps.new_not_kept, name="new_not_kept"),
    path(ONE, steps.not_kept, name="not_kept"),
    path(f"{ONE}seen/", steps.observe, name="observe"),
    path(f"{ONE}view/<uuid:step_id>/", steps.write_view, name="write_view"),
    path(f"{ONE}paper/<uuid:step_id>/", steps.print_step, name="print_step"),
    path(f"{ONE}<slug:step>/", steps.step, name="step"),
    path("mine/agreements-steps/", terms.my_steps, name="my_steps"),
    path("mine/agreements-steps/<uuid:step_id>/", terms.my_view, name="my_view"),
]
