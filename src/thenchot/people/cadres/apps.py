"""Khu của ban tổ chức as a Django app."""

from django.apps import AppConfig


class CadresConfig(AppConfig):
    name = "thenchot.people.cadres"
    label = "cadres"
