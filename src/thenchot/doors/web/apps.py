"""Khu «Trang» as a Django app."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "thenchot.doors.web"
    label = "web"
