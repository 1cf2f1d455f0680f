import django.db.models.deletion
from django.db import migrations, models

import thenchot.ground.basis.models.fields
from thenchot.ground.basis.migrations.operations import LetRead, run_file


class Migration(migrations.Migration):
    dependencies = [("register", "0002_protect")]

    operations = [
        migrations.CreateModel(
            name="Closure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("depth", models.SmallIntegerField()),
                ("effective", thenchot.ground.basis.models.fields.DayRangeField()),
                ("ancestor", models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name="lines_down", to="register.organization")),
                ("descendant", models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name="lines_up", to="register.organization")),
            ],
        ),
        LetRead("closure"),
        run_file(__file__, "closure"),
    ]
