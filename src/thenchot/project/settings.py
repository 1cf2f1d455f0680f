"""Cấu hình — what Django is told; every outside value comes through `Environment`."""

import os
from pathlib import Path

from thenchot.project.data_folder import DataFolder, default_folder
from thenchot.project.environment import Environment, database_settings

ENVIRONMENT = Environment.read(os.environ)
DATA_FOLDER = DataFolder(ENVIRONMENT.data or default_folder())
DEMO = DATA_FOLDER.is_demo()
OFFICE_DAY = DATA_FOLDER.office_day()
WEB_ROLE = "thenchot_web"

BASE = Path(__file__).resolve().parent.parent
DEBUG = ENVIRONMENT.debug
GUARD_SCOPE = DEBUG  # tests switch it on too: a protected table asked outside `scoped` raises
SECRET_KEY = ENVIRONMENT.secret_key or (
    DATA_FOLDER.secret_key() if DATA_FOLDER.path.exists() else os.urandom(32).hex()
)
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", *ENVIRONMENT.allowed_hosts]

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.staticfiles",
    "thenchot.ground.basis",
    "thenchot.ground.register",
    "thenchot.people.members",
    "thenchot.people.oversight",
    "thenchot.people.awards",
    "thenchot.people.cadres",
    "thenchot.figures.indicators",
    "thenchot.figures.reports",
    "thenchot.doors.access",
    "thenchot.doors.web",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "thenchot.doors.web.choices.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "thenchot.doors.access.middleware.ActorMiddleware",
]
ROOT_URLCONF = "thenchot.project.urls"
WSGI_APPLICATION = "thenchot.project.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "thenchot.doors.web.shell.shell",
            ]
        },
    }
]

DATABASES = {
    "default": database_settings(ENVIRONMENT.database_url or "postgresql://thenchot_web@/thenchot")
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "access.Account"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
LOCALE_PATHS = [BASE / "locale"]
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = None
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
    }
}
