"""Khu của ban tổ chức as a Django app."""

from django.apps import AppConfig


class MembersConfig(AppConfig):
    name = "thenchot.people.members"
    label = "members"
