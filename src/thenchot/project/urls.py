"""Địa chỉ — the root of all pages."""

from django.urls import include, path

urlpatterns = [path("", include("thenchot.doors.web.urls"))]
