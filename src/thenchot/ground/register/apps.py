"""Khu «Tổ chức và con người» as a Django app."""

from django.apps import AppConfig


class RegisterConfig(AppConfig):
    name = "thenchot.ground.register"
    label = "register"
