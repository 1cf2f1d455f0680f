import django.db.models.deletion
import django.db.models.functions.datetime
import thenchot.ground.basis.models.constraints
import thenchot.ground.basis.models.fields
from django.db import migrations, models

from thenchot.ground.basis.migrations.operations import Protect


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('basis', '0004_reports_are_instruments'),
        ('register', '0007_kinds_are_listed'),
    ]

    operations = [
        migrations.CreateModel(
            name='EnteredHistory',
            fields=[
                ('id', models.BigIntegerField(db_index=True)),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('effective', thenchot.ground.basis.models.fields.DayRangeField()),
                ('fixed_term', thenchot.ground.basis.models.fields.TermField(default=False)),
                ('figure', models.TextField()),
                ('value', models.BigIntegerField()),
                ('at_least', models.BooleanField(default=False)),
                ('history_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('superseded_by', models.UUIDField()),
                ('superseded_how', models.CharField(max_length=1)),
                ('basis', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='basis.instrument')),
                ('ended_by', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='basis.instrument')),
                ('organization', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='register.organization')),
            ],
            options={
                'db_table': 'indicators_entered_history',
                'ordering': ['history_id'],
            },
        ),
        migrations.CreateModel(
            name='TargetHistory',
            fields=[
                ('id', models.BigIntegerField(db_index=True)),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('effective', thenchot.ground.basis.models.fields.DayRangeField()),
                ('fixed_term', thenchot.ground.basis.models.fields.TermField(default=False)),
                ('indicator', models.TextField()),
                ('value', models.BigIntegerField()),
                ('history_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('superseded_by', models.UUIDField()),
                ('superseded_how', models.CharField(max_length=1)),
                ('basis', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='basis.instrument')),
                ('ended_by', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='basis.instrument')),
                ('organization', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='register.organization')),
            ],
            options={
                'db_table': 'indicators_target_history',
                'ordering': ['history_id'],
            },
        ),
        migrations.CreateModel(
            name='Entered',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('effective', thenchot.ground.basis.models.fields.DayRangeField()),
                ('fixed_term', thenchot.ground.basis.models.fields.TermField(default=False)),
                ('figure', models.TextField()),
                ('value', models.BigIntegerField()),
                ('at_least', models.BooleanField(default=False)),
                ('basis', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='basis.instrument')),
                ('ended_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='basis.instrument')),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='entered_figures', to='register.organization')),
            ],
            options={
                'constraints': [thenchot.ground.basis.models.constraints.TemporalKey('organization', 'figure', name='entered_once_a_period'), models.CheckConstraint(condition=models.Q(('value__gte', 0)), name='entered_is_not_below_zero')],
            },
        ),
        migrations.CreateModel(
            name='Target',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('effective', thenchot.ground.basis.models.fields.DayRangeField()),
                ('fixed_term', thenchot.ground.basis.models.fields.TermField(default=False)),
                ('indicator', models.TextField()),
                ('value', models.BigIntegerField()),
                ('basis', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='basis.instrument')),
                ('ended_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='basis.instrument')),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='targets', to='register.organization')),
            ],
            options={
                'constraints': [thenchot.ground.basis.models.constraints.TemporalKey('organization', 'indicator', name='target_one_a_year'), models.CheckConstraint(condition=models.Q(('value__gte', 1)), name='target_is_above_zero')],
            },
        ),
        migrations.AddConstraint(
            model_name='entered',
            constraint=thenchot.ground.basis.models.constraints.TemporalReference('organization', name='entered_while_organization_exists', to='register.OrganizationSpell.organization'),
        ),
        Protect('entered'),
        Protect('target'),
    ]
