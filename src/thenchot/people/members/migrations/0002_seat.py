import django.db.models.deletion
from django.db import migrations, models

from thenchot.ground.basis.migrations.operations import LetRead, run_file


class Migration(migrations.Migration):

    dependencies = [
        ('members', '0001_initial'),
        ('register', '0007_kinds_are_listed'),
    ]

    operations = [
        migrations.CreateModel(
            name='Seat',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('from_day', models.DateField()),
                ('until_day', models.DateField()),
                ('status', models.TextField()),
                ('sex', models.TextField(null=True)),
                ('birth_on', models.DateField(null=True)),
                ('since_on', models.DateField(null=True)),
                ('cell', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='register.organization')),
                ('membership', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='members.membership')),
                ('person', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='register.person')),
            ],
        ),
        LetRead("seat"),
        run_file(__file__, "seat"),
    ]
