"""Địa chỉ — the root of all pages."""

from django.urls import include, path

urlpatterns = [
    path("", include("thenchot.doors.access.sign_in.urls")),
    path("", include("thenchot.doors.exchange.urls")),
    path("", include("thenchot.doors.api.urls")),
    path("", include("thenchot.doors.web.urls")),
]

handler400 = "thenchot.doors.web.pages.refused"
handler404 = "thenchot.doors.web.pages.not_found"
handler500 = "thenchot.doors.web.pages.failed"
