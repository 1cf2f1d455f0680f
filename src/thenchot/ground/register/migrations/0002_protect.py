from django.db import migrations

from thenchot.ground.basis.migrations.operations import Protect


class Migration(migrations.Migration):
    dependencies = [("register", "0001_initial"), ("basis", "0002_journal")]

    operations = [
        Protect("organization"),
        Protect("organizationspell"),
        Protect("person"),
        Protect("personspell"),
        Protect("post"),
        Protect("postspell"),
        Protect("posting"),
    ]
