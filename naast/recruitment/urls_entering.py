"""Writing down an application for somebody, referrals and questions: part of urls.py."""

from django.urls import path

from naast.recruitment.views import answering, entering, referring

urlpatterns = [
    path("candidates/new/", entering.new_application, name="new_application"),
    path("candidates/paper-form/", entering.paper_form, name="paper_form"),
    path("candidates/<uuid:application_id>/answer/", answering.answer, name="answer"),
    path("my-volunteering/", entering.my_volunteering, name="my_volunteering"),
    path("my-other-role/", entering.my_other_role, name="my_other_role"),
    path("referrals/", referring.referrals, name="referrals"),
    path("referrals/new/", referring.new_referral, name="new_referral"),
]
