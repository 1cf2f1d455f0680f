"""`python -m thenchot.doors.exchange.demo` — load the demo into a demo folder, once."""

import django
from django.conf import settings

django.setup()

from thenchot.doors.exchange.demo.small_world import load_small_world  # noqa: E402

if settings.DEMO:
    load_small_world(settings.OFFICE_DAY())
