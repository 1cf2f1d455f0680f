from django.conf import settings
from django.db import migrations

from thenchot.ground.basis.migrations.operations import LetRead


class Migration(migrations.Migration):
    dependencies = [("access", "0001_initial"), ("basis", "0002_journal")]

    operations = [
        LetRead("account"),
        migrations.RunSQL(
            f"GRANT SELECT ON django_migrations TO {settings.WEB_ROLE}",
            f"REVOKE SELECT ON django_migrations FROM {settings.WEB_ROLE}",
        ),
    ]
