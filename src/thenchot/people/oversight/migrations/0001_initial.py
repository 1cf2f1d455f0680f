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
            name='DisciplineHistory',
            fields=[
                ('id', models.BigIntegerField(db_index=True)),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('fixed_term', thenchot.ground.basis.models.fields.TermField(default=False)),
                ('effective', thenchot.ground.basis.models.fields.OneDayField()),
                ('form', models.TextField(choices=[('khien_trach', 'Khiển trách'), ('canh_cao', 'Cảnh cáo'), ('cach_chuc', 'Cách chức'), ('khai_tru', 'Khai trừ')])),
                ('body', models.TextField(choices=[('cap_uy', 'Cấp ủy, chi bộ'), ('uy_ban_kiem_tra', 'Ủy ban kiểm tra')])),
                ('history_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('superseded_by', models.UUIDField()),
                ('superseded_how', models.CharField(max_length=1)),
                ('basis', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='basis.instrument')),
                ('cell', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='register.organization')),
                ('ended_by', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='basis.instrument')),
                ('person', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='register.person')),
            ],
            options={
                'db_table': 'oversight_discipline_history',
                'ordering': ['history_id'],
            },
        ),
        migrations.CreateModel(
            name='InspectionPlanHistory',
            fields=[
                ('id', models.BigIntegerField(db_index=True)),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('effective', thenchot.ground.basis.models.fields.DayRangeField()),
                ('fixed_term', thenchot.ground.basis.models.fields.TermField(default=False)),
                ('visits', models.SmallIntegerField()),
                ('history_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('superseded_by', models.UUIDField()),
                ('superseded_how', models.CharField(max_length=1)),
                ('basis', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='basis.instrument')),
                ('cell', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='register.organization')),
                ('ended_by', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='basis.instrument')),
            ],
            options={
                'db_table': 'oversight_inspectionplan_history',
                'ordering': ['history_id'],
            },
        ),
        migrations.CreateModel(
            name='Discipline',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('fixed_term', thenchot.ground.basis.models.fields.TermField(default=False)),
                ('effective', thenchot.ground.basis.models.fields.OneDayField()),
                ('form', models.TextField(choices=[('khien_trach', 'Khiển trách'), ('canh_cao', 'Cảnh cáo'), ('cach_chuc', 'Cách chức'), ('khai_tru', 'Khai trừ')])),
                ('body', models.TextField(choices=[('cap_uy', 'Cấp ủy, chi bộ'), ('uy_ban_kiem_tra', 'Ủy ban kiểm tra')])),
                ('basis', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='basis.instrument')),
                ('cell', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='disciplines', to='register.organization')),
                ('ended_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='basis.instrument')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='disciplines', to='register.person')),
            ],
            options={
                'constraints': [thenchot.ground.basis.models.constraints.TemporalKey('person', name='discipline_one_form_a_day'), models.CheckConstraint(condition=models.Q(('form__in', ['khien_trach', 'canh_cao', 'cach_chuc', 'khai_tru']), ('body__in', ['cap_uy', 'uy_ban_kiem_tra'])), name='discipline_is_listed')],
            },
        ),
        migrations.CreateModel(
            name='InspectionPlan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('effective', thenchot.ground.basis.models.fields.DayRangeField()),
                ('fixed_term', thenchot.ground.basis.models.fields.TermField(default=False)),
                ('visits', models.SmallIntegerField()),
                ('basis', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='basis.instrument')),
                ('cell', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='inspection_plans', to='register.organization')),
                ('ended_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='basis.instrument')),
            ],
            options={
                'constraints': [thenchot.ground.basis.models.constraints.TemporalKey('cell', name='inspection_plan_one_a_year'), models.CheckConstraint(condition=models.Q(('visits__gte', 1)), name='inspection_plan_is_not_empty')],
            },
        ),
        migrations.AddConstraint(
            model_name='discipline',
            constraint=thenchot.ground.basis.models.constraints.TemporalReference('person', name='discipline_while_person_recorded', to='register.PersonSpell.person'),
        ),
        migrations.AddConstraint(
            model_name='discipline',
            constraint=thenchot.ground.basis.models.constraints.TemporalReference('cell', name='discipline_while_cell_exists', to='register.OrganizationSpell.organization'),
        ),
        Protect('discipline'),
        Protect('inspectionplan'),
    ]
