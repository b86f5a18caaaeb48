"""Addresses of this room, under /o/<organisation>/programmes/."""

from django.urls import path

from naast.programmes.views import engagements, parts, programmes, ready
from naast.programmes.views import path as way

app_name = "programmes"
urlpatterns = [
    path("", programmes.programmes, name="programmes"),
    path("new/", programmes.new_programme, name="new_programme"),
    path("new/<slug:preset>/", programmes.new_from_preset, name="new_from_preset"),
    path("ready/", ready.who_is_ready, name="who_is_ready"),
    path("mine/ready/", ready.my_readiness, name="my_readiness"),
    path("with/<uuid:person_id>/", engagements.new_engagement, name="new_engagement"),
    path("taking-part/<uuid:engagement_id>/", engagements.engagement, name="engagement"),
    path("taking-part/<uuid:engagement_id>/test/", engagements.test, name="test"),
    path("taking-part/<uuid:engagement_id>/kind/", engagements.change_kind, name="change_kind"),
    path("taking-part/<uuid:engagement_id>/condition/", engagements.condition, name="condition"),
    path("taking-part/<uuid:engagement_id>/wait/", engagements.let_wait, name="let_wait"),
    path(
        "taking-part/<uuid:engagement_id>/wait/<uuid:override_id>/take-back/",
        engagements.take_back,
        name="take_back",
    ),
    path("taking-part/<uuid:engagement_id>/end/", engagements.end, name="end_engagement"),
    path("<uuid:programme_id>/", programmes.programme, name="programme"),
    path("<uuid:programme_id>/sheet/", programmes.sheet, name="sheet"),
    path("<uuid:programme_id>/sheet.pdf", programmes.sheet_pdf, name="sheet_pdf"),
    path("<uuid:programme_id>/change/weights/", programmes.change_weights, name="change_weights"),
    path("<uuid:programme_id>/change/<slug:section>/", programmes.change, name="change"),
    path("<uuid:programme_id>/path/", way.path, name="path"),
    path("<uuid:programme_id>/path/<uuid:line_id>/", way.stage, name="stage"),
    path("<uuid:programme_id>/path/<uuid:line_id>/switch/", way.switch_stage, name="switch_stage"),
    path("<uuid:programme_id>/path/<uuid:line_id>/move/", way.move_stage, name="move_stage"),
    path("<uuid:programme_id>/lines/<slug:kind>/", parts.lines, name="lines"),
    path("<uuid:programme_id>/lines/<slug:kind>/new/", parts.new_line, name="new_line"),
    path("<uuid:programme_id>/lines/<slug:kind>/<uuid:line_id>/", parts.line, name="line"),
    path(
        "<uuid:programme_id>/lines/<slug:kind>/<uuid:line_id>/remove/",
        parts.remove_line,
        name="remove_line",
    ),
    path(
        "<uuid:programme_id>/lines/<slug:kind>/<uuid:line_id>/move/",
        parts.move_line,
        name="move_line",
    ),
]
