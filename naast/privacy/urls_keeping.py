"""Addresses about terms, holds, looks, yeses, pictures and attendance: a part of urls."""

from django.urls import path

from naast.privacy.views import attendance, consents, holds, looks, photos, retention

HOLD = "privacy/holds/<uuid:hold_id>/"
PHOTO = "privacy/photos/<uuid:yes_id>/"
urlpatterns = [
    # For how long, and what may not go.
    path("privacy/retention/", retention.retention, name="retention"),
    path("privacy/retention/backups/", retention.backups, name="backups"),
    path("privacy/retention/of/<str:code>/", retention.retention_kind, name="retention_kind"),
    path(
        "privacy/retention/of/<str:code>/proposal/",
        retention.retention_proposal,
        name="retention_proposal",
    ),
    path("privacy/holds/", holds.holds, name="holds"),
    path("privacy/holds/new/<uuid:person_id>/", holds.new_hold, name="new_hold"),
    path(HOLD, holds.hold, name="hold"),
    path(f"{HOLD}lift/", holds.lift_hold, name="lift_hold"),
    # Who looked.
    path("privacy/looks/", looks.looks, name="looks"),
    path("privacy/looks/<uuid:person_id>/", looks.looks_of, name="looks_of"),
    # What people said yes to.
    path("privacy/consents/", consents.consents, name="consents"),
    path("privacy/photos/", photos.photos, name="photos"),
    path("privacy/photos/new/<uuid:person_id>/", photos.new_photo, name="new_photo"),
    path(PHOTO, photos.photo, name="photo"),
    path(f"{PHOTO}withdraw/", photos.withdraw_photo, name="withdraw_photo"),
    path("privacy/photos/down/<uuid:published_id>/", photos.photo_down, name="photo_down"),
    # Letters about attendance.
    path("privacy/attendance/", attendance.attendance, name="attendance"),
    path(
        "privacy/attendance/new/<uuid:person_id>/", attendance.new_attendance, name="new_attendance"
    ),
    path(
        "privacy/attendance/<uuid:letter_id>/letter.pdf",
        attendance.attendance_file,
        name="attendance_file",
    ),
    # Everybody's own.
    path("mine/data/looks/", looks.my_looks, name="my_looks"),
    path("mine/data/yeses/", consents.my_yeses, name="my_yeses"),
    path("mine/data/yeses/<slug:source>/<uuid:pk>/", consents.my_yes, name="my_yes"),
    path("mine/data/pictures/", consents.my_photo, name="my_photo"),
    path("mine/data/attendance/", attendance.my_attendance, name="my_attendance"),
]
