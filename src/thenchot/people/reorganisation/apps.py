"""Khu của ban tổ chức as a Django app."""

from django.apps import AppConfig


class ReorganisationConfig(AppConfig):
    name = "thenchot.people.reorganisation"
    label = "reorganisation"
