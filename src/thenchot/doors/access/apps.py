"""Khu «Tài khoản và quyền» as a Django app."""

from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "thenchot.doors.access"
    label = "access"
