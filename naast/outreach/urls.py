"""Addresses of this room, under /o/<organisation>/."""

from django.urls import path

from naast.outreach.views import campaigns, groups, guests, helpers, jobs, leads, meetings, rings

app_name = "outreach"
MEETING = "recruiting/meetings/<uuid:meeting_id>/"
GUEST = "recruiting/meetings/guests/<uuid:sign_up_id>/"
GROUP = "recruiting/groups/<uuid:group_id>/"
CAMPAIGN = "recruiting/campaigns/<uuid:campaign_id>/"
JOB = "recruiting/short-jobs/<uuid:short_job_id>/"
HELPER = "recruiting/helpers/<uuid:helper_id>/"
urlpatterns = [
    path("recruiting/meetings/", meetings.meetings, name="meetings"),
    path("recruiting/meetings/new/", meetings.new_meeting, name="new_meeting"),
    path(MEETING, meetings.meeting, name="meeting"),
    path(f"{MEETING}change/", meetings.change_meeting, name="change_meeting"),
    path(f"{MEETING}cancel/", meetings.cancel_meeting, name="cancel_meeting"),
    path(f"{MEETING}guests/new/", guests.new_guest, name="new_guest"),
    path(f"{MEETING}attendance/", guests.attendance, name="attendance"),
    path(f"{MEETING}list/", guests.guest_list, name="guest_list"),
    path(f"{MEETING}close/", guests.close_meeting, name="close_meeting"),
    path(f"{MEETING}follow-up/", guests.follow_up, name="follow_up"),
    path(f"{GUEST}applies/", guests.guest_applies, name="guest_applies"),
    path(f"{GUEST}<slug:step>/", guests.guest_step, name="guest_step"),
    path("recruiting/groups/", groups.groups, name="groups"),
    path("recruiting/groups/new/", groups.new_group, name="new_group"),
    path(GROUP, groups.group, name="group"),
    path(f"{GROUP}withdraw/", groups.withdraw_group, name="withdraw_group"),
    path(f"{GROUP}done/", groups.group_done, name="group_done"),
    path(f"{GROUP}answer/<slug:step>/", groups.answer_group, name="answer_group"),
    path("recruiting/campaigns/", campaigns.campaigns, name="campaigns"),
    path("recruiting/campaigns/new/", campaigns.new_campaign, name="new_campaign"),
    path(CAMPAIGN, campaigns.campaign, name="campaign"),
    path(f"{CAMPAIGN}change/", campaigns.change_campaign, name="change_campaign"),
    path(f"{CAMPAIGN}welcome/", campaigns.welcome_list, name="welcome_list"),
    path("my-asks/", leads.my_asks, name="my_asks"),
    path("my-asks/<uuid:campaign_id>/new/", leads.new_lead, name="new_lead"),
    path("my-asks/people/<uuid:lead_id>/", leads.lead, name="lead"),
    path("my-asks/people/<uuid:lead_id>/forget/", leads.drop_lead, name="drop_lead"),
    path("short-jobs/", jobs.job_board, name="job_board"),
    path("short-jobs/<uuid:short_job_id>/take/", jobs.take_job, name="take_job"),
    path("short-jobs/<uuid:short_job_id>/leave/", jobs.leave_job, name="leave_job"),
    path("recruiting/short-jobs/", jobs.short_jobs, name="short_jobs"),
    path("recruiting/short-jobs/new/", jobs.new_short_job, name="new_short_job"),
    path(JOB, jobs.short_job, name="short_job"),
    path(f"{JOB}change/", jobs.change_short_job, name="change_short_job"),
    path(f"{JOB}cancel/", jobs.cancel_short_job, name="cancel_short_job"),
    path(f"{JOB}people/<uuid:person_id>/", jobs.put_on_job, name="put_on_job"),
    path(f"{JOB}people/<uuid:person_id>/off/", jobs.take_off_job, name="take_off_job"),
    path("recruiting/helpers/", helpers.helpers, name="helpers"),
    path("recruiting/helpers/new/", helpers.new_helper, name="new_helper"),
    path(HELPER, helpers.helper, name="helper"),
    path(f"{HELPER}change/", helpers.change_helper, name="change_helper"),
    path(f"{HELPER}day/", helpers.helper_day, name="helper_day"),
    path(f"{HELPER}invite/", helpers.invite_helper, name="invite_helper"),
    path(f"{HELPER}person/", helpers.helper_to_person, name="helper_to_person"),
    path(f"{HELPER}applies/", helpers.helper_applies, name="helper_applies"),
    path("recruiting/rings/", rings.rings, name="rings"),
    path("recruiting/rings/<uuid:person_id>/", rings.ring, name="ring"),
]
