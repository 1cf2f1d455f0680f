"""Khu của ban tổ chức as a Django app."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "thenchot.figures.reports"
    label = "reports"
