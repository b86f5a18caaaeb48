"""Public addresses of this room, under /v/<organisation>/, in the namespace «public»."""

from django.urls import path

from naast.outreach.views import public_groups, public_meetings

urlpatterns = [
    path("meetings/", public_meetings.meetings, name="meetings"),
    path("meetings/thanks/", public_meetings.meeting_thanks, name="meeting_thanks"),
    path("meetings/mine/<str:token>/", public_meetings.my_sign_up, name="my_sign_up"),
    path("meetings/<uuid:meeting_id>/", public_meetings.meeting, name="meeting"),
    path("groups/", public_groups.group, name="group"),
    path("groups/thanks/", public_groups.group_thanks, name="group_thanks"),
]
