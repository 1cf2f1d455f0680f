import django.db.models.deletion
import django.db.models.functions.datetime
import thenchot.ground.basis.models.constraints
import thenchot.ground.basis.models.fields
from django.db import migrations, models

from thenchot.ground.basis.migrations.operations import Protect
from thenchot.ground.basis.migrations.operations.wall import Wall


class Migration(migrations.Migration):

    dependencies = [
        ('basis', '0010_exchanged_days'),
        ('documents', '0007_working_day_deadlines'),
        ('register', '0011_how_posts_are_held'),
    ]

    operations = [
        migrations.CreateModel(
            name='Delegation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('giver_name', thenchot.ground.basis.models.fields.VietnameseField()),
                ('delegate_name', thenchot.ground.basis.models.fields.VietnameseField()),
                ('effective', thenchot.ground.basis.models.fields.DayRangeField()),
                ('ended_reason', thenchot.ground.basis.models.fields.VietnameseField(blank=True, default='')),
                ('paper', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='basis.instrument')),
                ('delegate', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='delegations_held', to='register.person')),
                ('giver', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='delegations_given', to='register.person')),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='delegations', to='register.organization')),
            ],
            options={
                'constraints': [
                    models.CheckConstraint(condition=models.Q(models.Q(('giver', models.F('delegate')), _negated=True), models.Q(('giver_name', ''), _negated=True), models.Q(('delegate_name', ''), _negated=True), ('effective__endswith__isnull', False)), name='delegation_is_to_another_until_a_day'),
                ],
            },
        ),
        migrations.AddField(
            model_name='direction',
            name='delegation',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='directions', to='documents.delegation'),
        ),
        migrations.AddField(
            model_name='directionhistory',
            name='delegation',
            field=models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='documents.delegation'),
        ),
        migrations.CreateModel(
            name='DelegationHistory',
            fields=[
                ('id', models.BigIntegerField(db_index=True)),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('giver_name', thenchot.ground.basis.models.fields.VietnameseField()),
                ('delegate_name', thenchot.ground.basis.models.fields.VietnameseField()),
                ('effective', thenchot.ground.basis.models.fields.DayRangeField()),
                ('ended_reason', thenchot.ground.basis.models.fields.VietnameseField(blank=True, default='')),
                ('history_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('superseded_by', models.UUIDField()),
                ('superseded_how', models.CharField(max_length=1)),
                ('paper', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='basis.instrument')),
                ('delegate', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='register.person')),
                ('giver', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='register.person')),
                ('organization', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='register.organization')),
            ],
            options={
                'db_table': 'documents_delegation_history',
                'ordering': ['history_id'],
            },
        ),
        migrations.AddConstraint(
            model_name='delegation',
            constraint=thenchot.ground.basis.models.constraints.TemporalKey('organization', 'giver', name='delegation_one_at_a_time'),
        ),
        Protect("delegation"),
        Wall("delegation", right="documents.xem", units=("organization",)),
    ]
