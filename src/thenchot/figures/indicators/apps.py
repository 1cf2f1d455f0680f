"""Khu của ban tổ chức as a Django app."""

from django.apps import AppConfig


class IndicatorsConfig(AppConfig):
    name = "thenchot.figures.indicators"
    label = "indicators"
