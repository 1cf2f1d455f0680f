"""Khu họp, lấy ý kiến as a Django app."""

from django.apps import AppConfig


class SittingsConfig(AppConfig):
    name = "thenchot.people.sittings"
    label = "sittings"
