"""Cửa WSGI — what the web server calls; what it keeps for life is not searched for garbage again."""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thenchot.project.settings")
application = get_wsgi_application()
_ = get_resolver().url_patterns  # every page is loaded before the first is asked for

gc.collect()
gc.freeze()
