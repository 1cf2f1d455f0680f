import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.datetime
import thenchot.ground.basis.models.constraints
import thenchot.ground.basis.models.fields
from django.db import migrations, models

from thenchot.ground.basis.migrations.operations import Protect
from thenchot.ground.basis.migrations.operations.wall import Wall


class Migration(migrations.Migration):
    """What was found when a paper that came was checked, before it got its number; kinds of papers not entered."""

    dependencies = [
        ("documents", "0014_typed_papers"),
    ]

    operations = [
        migrations.AddField(
            model_name='incoming',
            name='checked',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), blank=True, null=True, size=None),
        ),
        migrations.AddField(
            model_name='incominghistory',
            name='checked',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), blank=True, null=True, size=None),
        ),
        migrations.AddConstraint(
            model_name='incoming',
            constraint=models.CheckConstraint(condition=models.Q(('checked', None), ('checked', ['du']), models.Q(('checked__contained_by', ['thieu_dau', 'chu_ky_so', 'sai_noi_nhan', 'thieu_trang', 'thieu_phu_luc']), models.Q(('checked', []), _negated=True)), _connector='OR'), name='incoming_check_is_listed'),
        ),
        migrations.CreateModel(
            name='NotEntered',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('effective', thenchot.ground.basis.models.fields.DayRangeField()),
                ('fixed_term', thenchot.ground.basis.models.fields.TermField(default=False)),
                ('subject', thenchot.ground.basis.models.fields.VietnameseField()),
                ('kept_out', models.BooleanField()),
                ('clause', thenchot.ground.basis.models.fields.VietnameseField(blank=True, default='')),
                ('verified', models.BooleanField()),
                ('basis', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='basis.instrument')),
                ('ended_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='basis.instrument')),
            ],
            options={
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('subject', ''), _negated=True), name='not_entered_is_named'),
                ],
            },
        ),
        migrations.CreateModel(
            name='NotEnteredHistory',
            fields=[
                ('id', models.BigIntegerField(db_index=True)),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('effective', thenchot.ground.basis.models.fields.DayRangeField()),
                ('fixed_term', thenchot.ground.basis.models.fields.TermField(default=False)),
                ('subject', thenchot.ground.basis.models.fields.VietnameseField()),
                ('kept_out', models.BooleanField()),
                ('clause', thenchot.ground.basis.models.fields.VietnameseField(blank=True, default='')),
                ('verified', models.BooleanField()),
                ('history_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('superseded_by', models.UUIDField()),
                ('superseded_how', models.CharField(max_length=1)),
                ('basis', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='basis.instrument')),
                ('ended_by', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='basis.instrument')),
            ],
            options={
                'db_table': 'documents_notentered_history',
                'ordering': ['history_id'],
            },
        ),
        migrations.AddConstraint(
            model_name='notentered',
            constraint=thenchot.ground.basis.models.constraints.TemporalKey('subject', name='not_entered_one_a_day'),
        ),
        Protect("notentered"),
        Wall("notentered", whole=True),
    ]
