"""Khu dự thảo as a Django app."""

from django.apps import AppConfig


class DraftingConfig(AppConfig):
    name = "thenchot.office.drafting"
    label = "drafting"
