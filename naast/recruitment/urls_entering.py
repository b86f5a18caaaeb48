"""Writing down an application for somebody, referrals and questions: part of urls.py."""

from django.urls import path

from naast.recruitment.views import answering, contact_details, entering, referring

ONE = "candidates/<uuid:application_id>"
urlpatterns = [
    path("candidates/new/", entering.new_application, name="new_application"),
    path("candidates/paper-form/", entering.paper_form, name="paper_form"),
    path("candidates/<uuid:application_id>/answer/", answering.answer, name="answer"),
    path(f"{ONE}/contact-details/", contact_details.contact_details, name="contact_details"),
    path(f"{ONE}/referrer/", contact_details.referrer_hears, name="referrer_hears"),
    path("my-volunteering/", entering.my_volunteering, name="my_volunteering"),
    path("my-other-role/", entering.my_other_role, name="my_other_role"),
    path("referrals/", referring.referrals, name="referrals"),
    path("referrals/new/", referring.new_referral, name="new_referral"),
]
