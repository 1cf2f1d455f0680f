"""Địa chỉ các tệp — a report's page address with the ending of the file; the files of a digest and of a position."""

from django.urls import path

from thenchot.doors.exchange.people.views import digest_file
from thenchot.doors.exchange.positions.views import position_file
from thenchot.doors.exchange.reports import views

urlpatterns = [
    path("bao-cao/<slug:period>.<slug:shape>", views.report_file, name="report_file"),
    path("vi-tri-viec-lam/<int:position>.<slug:shape>", position_file, name="position_file"),
    path("con-nguoi/trich-ngang/tep/<slug:shape>", digest_file, name="digest_file"),
]
