import django.db.models.deletion
import django.db.models.functions.datetime
from django.db import migrations, models

from thenchot.ground.basis.migrations.operations import Protect


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('register', '0007_kinds_are_listed'),
    ]

    operations = [
        migrations.CreateModel(
            name='FrozenReportHistory',
            fields=[
                ('id', models.BigIntegerField(db_index=True)),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('period', models.TextField()),
                ('number', models.SmallIntegerField()),
                ('content', models.JSONField()),
                ('records', models.JSONField()),
                ('history_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('superseded_by', models.UUIDField()),
                ('superseded_how', models.CharField(max_length=1)),
                ('organization', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='register.organization')),
            ],
            options={
                'db_table': 'reports_frozenreport_history',
                'ordering': ['history_id'],
            },
        ),
        migrations.CreateModel(
            name='FrozenReport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('period', models.TextField()),
                ('number', models.SmallIntegerField()),
                ('content', models.JSONField()),
                ('records', models.JSONField()),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='frozen_reports', to='register.organization')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('organization', 'period', 'number'), name='frozen_report_number_given_once'), models.CheckConstraint(condition=models.Q(('number__gte', 1)), name='frozen_report_is_numbered')],
            },
        ),
        Protect('frozenreport'),
    ]
