import django.db.models.deletion
import django.db.models.functions.datetime
import thenchot.ground.basis.models.constraints
import thenchot.ground.basis.models.fields
from django.db import migrations, models

from thenchot.ground.basis.migrations.operations import Protect
from thenchot.ground.basis.migrations.operations.wall import Wall


class Migration(migrations.Migration):

    dependencies = [
        ('basis', '0005_sight'),
        ('cadres', '0002_walls'),
        ('register', '0009_origin'),
    ]

    operations = [
        migrations.CreateModel(
            name='QualificationHistory',
            fields=[
                ('id', models.BigIntegerField(db_index=True)),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('effective', thenchot.ground.basis.models.fields.DayRangeField()),
                ('fixed_term', thenchot.ground.basis.models.fields.TermField(default=False)),
                ('kind', models.TextField(choices=[('chuyen_mon', 'Trình độ chuyên môn'), ('ly_luan', 'Lý luận chính trị')])),
                ('title', thenchot.ground.basis.models.fields.VietnameseField()),
                ('history_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('superseded_by', models.UUIDField()),
                ('superseded_how', models.CharField(max_length=1)),
                ('basis', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='basis.instrument')),
                ('ended_by', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='basis.instrument')),
                ('person', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='register.person')),
            ],
            options={
                'db_table': 'cadres_qualification_history',
                'ordering': ['history_id'],
            },
        ),
        migrations.CreateModel(
            name='Qualification',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('effective', thenchot.ground.basis.models.fields.DayRangeField()),
                ('fixed_term', thenchot.ground.basis.models.fields.TermField(default=False)),
                ('kind', models.TextField(choices=[('chuyen_mon', 'Trình độ chuyên môn'), ('ly_luan', 'Lý luận chính trị')])),
                ('title', thenchot.ground.basis.models.fields.VietnameseField()),
                ('basis', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='basis.instrument')),
                ('ended_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='basis.instrument')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='qualifications', to='register.person')),
            ],
            options={
                'constraints': [thenchot.ground.basis.models.constraints.TemporalKey('person', 'kind', name='qualification_one_of_a_kind_a_day'), models.CheckConstraint(condition=models.Q(('kind__in', ['chuyen_mon', 'ly_luan']), models.Q(('title', ''), _negated=True)), name='qualification_is_listed')],
            },
        ),
        migrations.AddConstraint(
            model_name='qualification',
            constraint=thenchot.ground.basis.models.constraints.TemporalReference('person', name='qualification_while_person_recorded', to='register.PersonSpell.person'),
        ),
        Protect('qualification'),
        Wall("qualification", right="register.xem", person="person", by="name"),
    ]
