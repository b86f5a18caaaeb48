"""Addresses of this room, under /o/<organisation>/."""

from django.urls import path

from naast.capacity.views import checks, coordinating, mine, stepping_back

app_name = "capacity"
ASKED = "mine/load/asked/<uuid:step_back_id>/"
urlpatterns = [
    # Volunteers, about themselves.
    path("mine/load/", mine.mine, name="mine"),
    path("mine/load/limits/", mine.my_limits, name="my_limits"),
    path("mine/load/how/", mine.how, name="how"),
    path("mine/load/check/", checks.check, name="check"),
    path("mine/load/check/<uuid:self_check_id>/", checks.after, name="after"),
    path("mine/load/step-back/", stepping_back.step_back, name="step_back"),
    path("mine/load/break/", stepping_back.pause, name="pause"),
    path(ASKED, stepping_back.asked, name="asked"),
    path(f"{ASKED}take-back/", stepping_back.take_back, name="take_back"),
    path(f"{ASKED}back/", stepping_back.come_back, name="come_back"),
    # Coordinators, about themselves.
    path("mine/load/coordinator/", coordinating.my_desk, name="my_desk"),
    path("mine/load/coordinator/check/", checks.my_own_check, name="my_own_check"),
    # Coordinators; what a volunteer let their coach read, coaches too.
    path("alongside/load/", coordinating.load, name="overview"),
    path("alongside/load/terms/", coordinating.terms, name="terms"),
    path("alongside/load/paper/", checks.paper, name="paper"),
    path("alongside/load/asking/<uuid:worth_asking_id>/", coordinating.asking, name="asking"),
    path("alongside/load/requests/<uuid:step_back_id>/", coordinating.step_back, name="request"),
    path("alongside/load/said/<uuid:self_check_id>/", checks.said, name="said"),
    path("alongside/load/people/<uuid:person_id>/", checks.write_down, name="write_down"),
]
