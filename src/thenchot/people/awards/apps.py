"""Khu của ban tổ chức as a Django app."""

from django.apps import AppConfig


class AwardsConfig(AppConfig):
    name = "thenchot.people.awards"
    label = "awards"
