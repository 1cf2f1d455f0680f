from django.conf import settings
from django.db import migrations

TABLES = "django_session, mfa_authenticator, socialaccount_socialaccount"


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0004_roles"),
        ("sessions", "0001_initial"),
        ("account", "0009_emailaddress_unique_primary_email"),
        ("mfa", "0003_authenticator_type_uniq"),
        ("socialaccount", "0006_alter_socialaccount_extra_data"),
    ]

    operations = [
        migrations.RunSQL(
            f"GRANT SELECT, INSERT, UPDATE, DELETE ON {TABLES} TO {settings.WEB_ROLE}",
            f"REVOKE ALL ON {TABLES} FROM {settings.WEB_ROLE}",
        ),
    ]
