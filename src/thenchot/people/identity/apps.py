"""Khu nhận biết con người as a Django app."""

from importlib import import_module

from django.apps import AppConfig


class IdentityConfig(AppConfig):
    name = "thenchot.people.identity"
    label = "identity"

    def ready(self) -> None:
        import_module("thenchot.people.identity.acts.parting")  # a merge is undone with its paper
