"""Addresses of this room, under /o/<organisation>/."""

from django.urls import path

from naast.checks.views import checks, insurance, mine, reports

app_name = "checks"
PERSON = "prepare/checks/<uuid:person_id>/"
RECORD = "prepare/checks/records/<uuid:check_id>/"
REPORT = "prepare/reports/<uuid:person_id>/"
ACTIVITY = "prepare/insurance/activities/<uuid:activity_id>/"
urlpatterns = [
    path("prepare/checks/", checks.checks, name="checks"),
    path(PERSON, checks.of_person, name="of_person"),
    path(f"{PERSON}ask/<slug:kind>/", checks.ask, name="ask"),
    path(f"{PERSON}see/<slug:kind>/", checks.see, name="see"),
    path(f"{RECORD}settle/", checks.settle, name="settle"),
    path(f"{RECORD}drop/", checks.drop, name="drop"),
    path("prepare/reports/", reports.reports, name="reports"),
    path(REPORT, reports.report_of, name="report_of"),
    path(f"{REPORT}done/", reports.report_done, name="report_done"),
    path(f"{REPORT}limits/", reports.report_limits, name="report_limits"),
    path(f"{REPORT}residence/", reports.residence, name="residence"),
    path("prepare/reports/statements/", reports.statements, name="statements"),
    path("prepare/reports/statements/new/", reports.new_statement, name="new_statement"),
    path("prepare/reports/statements/<uuid:statement_id>/", reports.statement, name="statement"),
    path("prepare/insurance/", insurance.insurance, name="insurance"),
    path("prepare/insurance/new/", insurance.new_policy, name="new_policy"),
    path("prepare/insurance/<uuid:policy_id>/", insurance.policy, name="policy"),
    path("prepare/insurance/<uuid:policy_id>/drop/", insurance.drop_policy, name="drop_policy"),
    path("prepare/insurance/activities/new/", insurance.new_activity, name="new_activity"),
    path(f"{ACTIVITY}registered/", insurance.activity_registered, name="activity_registered"),
    path(f"{ACTIVITY}drop/", insurance.drop_activity, name="drop_activity"),
    path("mine/reporting/", mine.my_reporting, name="my_reporting"),
    path("mine/reporting/done/", mine.my_report_done, name="my_report_done"),
]
