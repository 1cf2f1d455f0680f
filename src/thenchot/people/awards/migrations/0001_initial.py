import django.db.models.deletion
import django.db.models.functions.datetime
import thenchot.ground.basis.models.constraints
import thenchot.ground.basis.models.fields
from django.db import migrations, models

from thenchot.ground.basis.migrations.operations import Protect


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('basis', '0003_parameter_and_clock'),
        ('register', '0006_employment_and_competence'),
    ]

    operations = [
        migrations.CreateModel(
            name='BadgeHistory',
            fields=[
                ('id', models.BigIntegerField(db_index=True)),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('fixed_term', thenchot.ground.basis.models.fields.TermField(default=False)),
                ('effective', thenchot.ground.basis.models.fields.OneDayField()),
                ('years', models.SmallIntegerField()),
                ('timing', models.TextField(choices=[('dung_han', 'Đúng hạn'), ('truoc_han', 'Trước hạn'), ('truy_tang', 'Truy tặng')])),
                ('history_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('superseded_by', models.UUIDField()),
                ('superseded_how', models.CharField(max_length=1)),
                ('basis', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='basis.instrument')),
                ('ended_by', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='basis.instrument')),
                ('person', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='register.person')),
            ],
            options={
                'db_table': 'awards_badge_history',
                'ordering': ['history_id'],
            },
        ),
        migrations.CreateModel(
            name='CommendationHistory',
            fields=[
                ('id', models.BigIntegerField(db_index=True)),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('fixed_term', thenchot.ground.basis.models.fields.TermField(default=False)),
                ('effective', thenchot.ground.basis.models.fields.OneDayField()),
                ('form', models.TextField(choices=[('bang_khen', 'Bằng khen'), ('giay_khen', 'Giấy khen'), ('bieu_duong', 'Biểu dương')])),
                ('occasion', thenchot.ground.basis.models.fields.VietnameseField()),
                ('history_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('superseded_by', models.UUIDField()),
                ('superseded_how', models.CharField(max_length=1)),
                ('basis', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='basis.instrument')),
                ('ended_by', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='basis.instrument')),
                ('organization', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='register.organization')),
                ('person', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='register.person')),
            ],
            options={
                'db_table': 'awards_commendation_history',
                'ordering': ['history_id'],
            },
        ),
        migrations.CreateModel(
            name='Badge',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('fixed_term', thenchot.ground.basis.models.fields.TermField(default=False)),
                ('effective', thenchot.ground.basis.models.fields.OneDayField()),
                ('years', models.SmallIntegerField()),
                ('timing', models.TextField(choices=[('dung_han', 'Đúng hạn'), ('truoc_han', 'Trước hạn'), ('truy_tang', 'Truy tặng')])),
                ('basis', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='basis.instrument')),
                ('ended_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='basis.instrument')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='badges', to='register.person')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('person', 'years'), name='badge_given_once'), models.CheckConstraint(condition=models.Q(('timing__in', ['dung_han', 'truoc_han', 'truy_tang'])), name='badge_timing_is_listed')],
            },
        ),
        migrations.CreateModel(
            name='Commendation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('fixed_term', thenchot.ground.basis.models.fields.TermField(default=False)),
                ('effective', thenchot.ground.basis.models.fields.OneDayField()),
                ('form', models.TextField(choices=[('bang_khen', 'Bằng khen'), ('giay_khen', 'Giấy khen'), ('bieu_duong', 'Biểu dương')])),
                ('occasion', thenchot.ground.basis.models.fields.VietnameseField()),
                ('basis', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='basis.instrument')),
                ('ended_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='basis.instrument')),
                ('organization', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='commendations', to='register.organization')),
                ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='commendations', to='register.person')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('organization__isnull', False), ('person', None)), models.Q(('organization', None), ('person__isnull', False)), _connector='OR'), name='commendation_of_a_person_or_a_collective'), models.CheckConstraint(condition=models.Q(('form__in', ['bang_khen', 'giay_khen', 'bieu_duong']), models.Q(('occasion', ''), _negated=True)), name='commendation_form_is_listed')],
            },
        ),
        migrations.AddConstraint(
            model_name='badge',
            constraint=thenchot.ground.basis.models.constraints.TemporalReference('person', name='badge_while_person_recorded', to='register.PersonSpell.person'),
        ),
        Protect('badge'),
        Protect('commendation'),
    ]
