"""Khu của ban tổ chức as a Django app."""

from django.apps import AppConfig


class OversightConfig(AppConfig):
    name = "thenchot.people.oversight"
    label = "oversight"
