"""Cấu hình — what Django is told; every outside value comes through `Environment`."""

import os
from pathlib import Path

from thenchot.project.data_folder import DEMO_DAYS, DataFolder, default_folder
from thenchot.project.environment import Environment, database_settings, origin

ENVIRONMENT = Environment.read(os.environ)
DATA_FOLDER = DataFolder(ENVIRONMENT.data or default_folder())
DEMO = DATA_FOLDER.is_demo()
DEMO_OPENS_ON = DEMO_DAYS
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
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django_htmx",
    "django_cotton.apps.SimpleAppConfig",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "thenchot.ground.basis",
    "thenchot.ground.register",
    "thenchot.office.documents",
    "thenchot.office.drafting",
    "thenchot.people.identity",
    "thenchot.people.members",
    "thenchot.people.oversight",
    "thenchot.people.awards",
    "thenchot.people.cadres",
    "thenchot.people.positions",
    "thenchot.people.committees",
    "thenchot.people.sittings",
    "thenchot.people.reorganisation",
    "thenchot.figures.indicators",
    "thenchot.figures.reports",
    "thenchot.doors.access",
    "thenchot.doors.web",
    "thenchot.doors.api",
]
MIDDLEWARE = [
    "thenchot.project.entry.EntryMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "thenchot.doors.web.choices.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "thenchot.doors.access.sign_in.sessions.SessionLimits",
    "allauth.account.middleware.AccountMiddleware",
    "thenchot.doors.access.middleware.ActorMiddleware",
    "thenchot.doors.web.looked_at.LookedAtMiddleware",
]
ROOT_URLCONF = "thenchot.project.urls"
WSGI_APPLICATION = "thenchot.project.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    [
                        "django_cotton.cotton_loader.Loader",
                        "django.template.loaders.app_directories.Loader",
                    ],
                )
            ],
            "builtins": [
                "django_cotton.templatetags.cotton",
                "thenchot.doors.web.templatetags.assets",
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "thenchot.doors.web.shell.shell",
            ],
        },
    }
]

DATABASES = {
    "default": database_settings(ENVIRONMENT.database_url or "postgresql://thenchot_web@/thenchot")
}
DATA_UPLOAD_MAX_NUMBER_FIELDS = 3_000  # a form of 300 lines
DATA_UPLOAD_MAX_NUMBER_FILES = 300  # a page that takes many says itself when they are too many
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "access.Account"
AUTHENTICATION_BACKENDS = ["thenchot.doors.access.sign_in.backend.OfficeBackend"]
PASSWORD_HASHERS = ["thenchot.doors.access.sign_in.passwords.OfficeHasher"]  # Argon2id
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"thenchot.doors.access.sign_in.passwords.{name}"}
    for name in ("LongEnough", "NotCommon", "NotOurs")
]
LOGIN_URL, LOGIN_REDIRECT_URL = "account_login", "/"
ACCOUNT_ADAPTER = "thenchot.doors.access.sign_in.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PRESERVE_USERNAME_CASING = False
ACCOUNT_RATE_LIMITS = False  # our own bucket: access/sign_in/throttle.py
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_FORMS = {
    "login": "thenchot.doors.access.sign_in.forms.SignInForm",
    "change_password": "thenchot.doors.access.sign_in.forms.ChangePasswordForm",
    "reauthenticate": "thenchot.doors.access.sign_in.forms.ReauthenticateForm",
}
MFA_ADAPTER = "thenchot.doors.access.sign_in.second_factor.MFAAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", *(["webauthn"] if ENVIRONMENT.passkeys else [])]
MFA_PASSKEY_LOGIN_ENABLED = ENVIRONMENT.passkeys
MFA_ALLOW_UNVERIFIED_EMAIL = True  # there is no e-mail
MFA_RATE_LIMITS = False
MFA_TOTP_ISSUER = ENVIRONMENT.office or "Then Chốt"
MFA_TOTP_TOLERANCE = 1  # a clock half a minute wrong; no code is taken twice all the same
MFA_FORMS = {
    "authenticate": "thenchot.doors.access.sign_in.forms.CodeForm",
    "reauthenticate": "thenchot.doors.access.sign_in.forms.CodeAgainForm",
    "activate_totp": "thenchot.doors.access.sign_in.forms.ActivateForm",
}
SOCIALACCOUNT_ADAPTER = "thenchot.doors.access.sign_in.oidc.OfficeServerAdapter"
OIDC = (ENVIRONMENT.oidc_url, ENVIRONMENT.oidc_client, ENVIRONMENT.oidc_secret)
BEHIND_PROXY = ENVIRONMENT.behind_proxy
OFFICE = ENVIRONMENT.office
HELP_LINE = ENVIRONMENT.help_line

PLAIN = DEMO and not ENVIRONMENT.tls  # only a demo of fictional people is served without TLS
SESSION_COOKIE_NAME = "phien" if PLAIN else "__Host-phien"
SESSION_COOKIE_SECURE = not PLAIN
SESSION_COOKIE_AGE = 12 * 3600  # the row in the table; the idle end is kept by SessionLimits
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
DEVICE_COOKIE_NAME = "may" if PLAIN else "__Host-may"

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
LOCALE_PATHS = [BASE / "locale"]
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = None
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
WHITENOISE_MAX_AGE = 24 * 3600  # the address of a file carries its version: `{% asset %}`

LOGGING = {  # an error leaves its trace with the service's own log, never on a page
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"stderr": {"class": "logging.StreamHandler"}},
    "loggers": {"django.request": {"handlers": ["stderr"], "level": "ERROR", "propagate": True}},
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if ENVIRONMENT.tls else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = ENVIRONMENT.tls
SECURE_SSL_REDIRECT = ENVIRONMENT.tls
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
CSRF_FAILURE_VIEW = "thenchot.doors.web.pages.stale"
CSRF_COOKIE_NAME = "csrftoken" if PLAIN else "__Host-csrftoken"
CSRF_COOKIE_SECURE = not PLAIN
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"  # with Strict, a colleague's link would void the pages open beside it
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": [
            "'self'",
            *([origin(ENVIRONMENT.oidc_url)] if ENVIRONMENT.oidc_url else []),
        ],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
    }
}
