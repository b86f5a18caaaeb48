"""Public addresses of this room, under /v/<organisation>/, in the namespace «public»."""

from django.urls import path

from naast.recruitment.views import own, own_steps, own_talks, public, referring

urlpatterns = [
    path("apply/", public.apply, name="apply"),
    path("<uuid:vacancy_id>/apply/", public.apply_to, name="apply_to"),
    path("thanks/", public.thanks, name="thanks"),
    path("privacy/", public.privacy, name="privacy"),
    path("refer/", referring.refer, name="refer"),
    path("refer/thanks/", referring.refer_thanks, name="refer_thanks"),
    path("refer/<str:token>/", referring.referral_status, name="referral_status"),
    # What stands before the own page, since a token may be any word.
    path("mine/new-link/", own.new_link, name="new_link"),
    path("mine/forgotten/", own.forgotten, name="forgotten"),
    path("mine/<str:token>/", own.own_page, name="own_page"),
    path("mine/<str:token>/ask/", own_steps.ask, name="own_ask"),
    path("mine/<str:token>/note/", own_steps.note, name="own_note"),
    path("mine/<str:token>/choose/", own_steps.choose, name="own_choose"),
    path("mine/<str:token>/rest/", own_steps.rest, name="own_rest"),
    path("mine/<str:token>/go-on/", own_steps.go_on, name="own_go_on"),
    path("mine/<str:token>/referrer/", own_steps.tells, name="own_tells"),
    path("mine/<str:token>/stay/", own_steps.stay, name="own_stay"),
    path("mine/<str:token>/contact/", own.contact, name="own_contact"),
    path("mine/<str:token>/forget/", own.forget, name="own_forget"),
    path("mine/<str:token>/prepare/", own_talks.prepare, name="prepare"),
    path("mine/<str:token>/myself/", own_talks.own_view, name="own_view"),
    path("mine/<str:token>/talks/<uuid:talk_id>/", own_talks.own_talk, name="own_talk"),
    path(
        "mine/<str:token>/talks/<uuid:talk_id>/talk.ics",
        own_talks.own_talk_calendar,
        name="own_talk_calendar",
    ),
]
