"""Khu văn bản as a Django app."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "thenchot.office.documents"
    label = "documents"
