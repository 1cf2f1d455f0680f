"""Khu «Căn cứ, sự kiện, nhật ký» as a Django app."""

from django.apps import AppConfig


class BasisConfig(AppConfig):
    name = "thenchot.ground.basis"
    label = "basis"
