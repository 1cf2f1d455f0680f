"""Mỗi tệp thử một bản chạy thử và một trình duyệt; a test that failed tells what stood on its pages."""

import pytest
from demo_office import chromium, demo, place

__all__ = ["chromium", "demo", "place"]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    browser = getattr(item, "funcargs", {}).get("chromium")
    if report.when == "call" and report.failed and browser is not None:
        for page in (page for context in browser.contexts for page in context.pages):
            report.sections.append((f"page {page.url}", seen_on(page)))
    return report


def seen_on(page) -> str:
    """The words a person would see; of a page that answers nothing, that."""
    try:
        return page.locator("body").inner_text(timeout=2000)
    except Exception as fault:
        return repr(fault)
