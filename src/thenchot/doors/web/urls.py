"""Địa chỉ các trang — Vietnamese addresses, English code."""

from django.urls import path
from django.views.generic import RedirectView

from thenchot.doors.web import reports, views
from thenchot.doors.web.choices import choose

urlpatterns = [
    path("", RedirectView.as_view(url="/to-chuc")),
    path("to-chuc", views.organizations, name="organizations"),
    path("to-chuc/<int:organization>", views.organization, name="organization"),
    path("to-chuc/<int:organization>/doi-ten", views.rename, name="rename"),
    path("bao-cao", reports.periods, name="periods"),
    path("bao-cao/<slug:period>", reports.report, name="report"),
    path("bao-cao/<slug:period>/<str:code>", reports.figure, name="figure"),
    path("tuy-chon", choose, name="choose"),
    path("nhat-ky", views.journal, name="journal"),
]
