"""Địa chỉ các tệp — a report's page address with the ending of the file."""

from django.urls import path

from thenchot.doors.exchange.reports import views

urlpatterns = [
    path("bao-cao/<slug:period>.<slug:shape>", views.report_file, name="report_file"),
]
