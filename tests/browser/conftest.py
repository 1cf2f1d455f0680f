"""Mỗi tệp thử một bản chạy thử và một trình duyệt."""

from demo_office import chromium, demo, place

__all__ = ["chromium", "demo", "place"]
