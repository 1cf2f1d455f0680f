"""Khu của cấp ủy as a Django app."""

from django.apps import AppConfig


class CommitteesConfig(AppConfig):
    name = "thenchot.people.committees"
    label = "committees"
