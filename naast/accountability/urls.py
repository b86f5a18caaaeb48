"""Addresses of this room, under /o/<organisation>/."""

from django.urls import path

from naast.accountability.views import (
    assessments,
    breaches,
    overview,
    processors,
    register,
    sessions,
    usage,
)

app_name = "accountability"
A_BREACH = "privacy/shown/breaches/<uuid:breach_id>/"
A_VERSION = "privacy/shown/assessment/<uuid:assessment_id>/"
A_FIRM = "privacy/shown/firms/<uuid:processor_id>/"
A_LINE = "privacy/shown/register/lines/"
A_SESSION = "privacy/shown/sessions/<uuid:session_id>/"
urlpatterns = [
    path("privacy/shown/", overview.overview, name="overview"),
    path("privacy/shown/leak/", breaches.leak, name="leak"),
    path("privacy/shown/breaches/", breaches.breaches, name="breaches"),
    path(A_BREACH, breaches.breach, name="breach"),
    path(f"{A_BREACH}take-up/", breaches.take_up, name="take_up"),
    path(f"{A_BREACH}nothing/", breaches.no_breach, name="no_breach"),
    path(f"{A_BREACH}facts/", breaches.facts, name="facts"),
    path(f"{A_BREACH}risk/", breaches.risk, name="risk"),
    path(f"{A_BREACH}reports/new/", breaches.new_report, name="new_report"),
    path(f"{A_BREACH}letter/<slug:language>/", breaches.letter, name="letter"),
    path(f"{A_BREACH}people/", breaches.people, name="people"),
    path(f"{A_BREACH}close/", breaches.close, name="close"),
    path("privacy/shown/register/", register.register, name="register"),
    path("privacy/shown/register/register.pdf", register.register_print, name="register_print"),
    path("privacy/shown/register/register.xlsx", register.register_sheet, name="register_sheet"),
    path(f"{A_LINE}new/", register.new_activity, name="new_activity"),
    path(f"{A_LINE}<uuid:activity_id>/", register.own_activity, name="own_activity"),
    path(f"{A_LINE}<uuid:activity_id>/drop/", register.drop_activity, name="drop_activity"),
    path("privacy/shown/register/about/<slug:code>/", register.activity, name="activity"),
    path("privacy/shown/assessment/", assessments.assessments, name="assessments"),
    path("privacy/shown/assessment/begin/", assessments.begin, name="begin_assessment"),
    path(A_VERSION, assessments.assessment, name="assessment"),
    path(f"{A_VERSION}assessment.pdf", assessments.assessment_print, name="assessment_print"),
    path(f"{A_VERSION}answers/", assessments.answers, name="answers"),
    path(f"{A_VERSION}sign/", assessments.sign, name="sign"),
    path("privacy/shown/firms/", processors.processors, name="processors"),
    path("privacy/shown/firms/new/", processors.new_processor, name="new_processor"),
    path(
        "privacy/shown/firms/agreement/<slug:language>.pdf", processors.agreement, name="agreement"
    ),
    path(A_FIRM, processors.processor, name="processor"),
    path(
        f"{A_FIRM}agreement/<slug:language>.pdf", processors.agreement_with, name="agreement_with"
    ),
    path(f"{A_FIRM}below/new/", processors.new_sub_processor, name="new_sub_processor"),
    path(f"{A_FIRM}looked/", processors.looked, name="looked"),
    path(f"{A_FIRM}end/", processors.end_processor, name="end_processor"),
    path("privacy/shown/sessions/", sessions.sessions, name="sessions"),
    path("privacy/shown/sessions/new/", sessions.new_session, name="new_session"),
    path(A_SESSION, sessions.session, name="session"),
    path(f"{A_SESSION}end/", sessions.end_session, name="end_session"),
    path("privacy/shown/fields/", usage.fields, name="fields"),
    path("privacy/shown/fields/done/", usage.clean_up, name="clean_up"),
    path("privacy/shown/fields/<str:field>/", usage.field, name="field"),
]
