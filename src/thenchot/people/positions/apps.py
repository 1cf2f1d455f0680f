"""Khu vị trí việc làm as a Django app."""

from django.apps import AppConfig


class PositionsConfig(AppConfig):
    name = "thenchot.people.positions"
    label = "positions"
