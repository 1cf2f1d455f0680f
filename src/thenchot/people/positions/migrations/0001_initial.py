import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.datetime
import thenchot.ground.basis.models.constraints
import thenchot.ground.basis.models.fields
from django.db import migrations, models

from thenchot.ground.basis.migrations.operations import Protect
from thenchot.ground.basis.migrations.operations.wall import Wall


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('basis', '0006_undo'),
        ('register', '0009_origin'),
    ]

    operations = [
        migrations.CreateModel(
            name='JobPosition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='JobPositionHistory',
            fields=[
                ('id', models.BigIntegerField(db_index=True)),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('history_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('superseded_by', models.UUIDField()),
                ('superseded_how', models.CharField(max_length=1)),
            ],
            options={
                'db_table': 'positions_jobposition_history',
                'ordering': ['history_id'],
            },
        ),
        migrations.CreateModel(
            name='CompetencyHistory',
            fields=[
                ('id', models.BigIntegerField(db_index=True)),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('effective', thenchot.ground.basis.models.fields.DayRangeField()),
                ('fixed_term', thenchot.ground.basis.models.fields.TermField(default=False)),
                ('key', models.TextField()),
                ('group', models.TextField(choices=[('chung', 'Nhóm năng lực chung'), ('chuyen_mon', 'Nhóm năng lực chuyên môn'), ('quan_ly', 'Nhóm năng lực quản lý')])),
                ('name', thenchot.ground.basis.models.fields.VietnameseField()),
                ('indicators', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=5)),
                ('verified', models.BooleanField()),
                ('history_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('superseded_by', models.UUIDField()),
                ('superseded_how', models.CharField(max_length=1)),
                ('basis', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='basis.instrument')),
                ('ended_by', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='basis.instrument')),
            ],
            options={
                'db_table': 'positions_competency_history',
                'ordering': ['history_id'],
            },
        ),
        migrations.CreateModel(
            name='JobDescriptionHistory',
            fields=[
                ('id', models.BigIntegerField(db_index=True)),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('effective', thenchot.ground.basis.models.fields.DayRangeField()),
                ('fixed_term', thenchot.ground.basis.models.fields.TermField(default=False)),
                ('job_code', thenchot.ground.basis.models.fields.VietnameseField()),
                ('job_title', thenchot.ground.basis.models.fields.VietnameseField()),
                ('content', models.JSONField()),
                ('history_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('superseded_by', models.UUIDField()),
                ('superseded_how', models.CharField(max_length=1)),
                ('basis', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='basis.instrument')),
                ('ended_by', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='basis.instrument')),
                ('organization', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='register.organization')),
                ('position', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='positions.jobposition')),
            ],
            options={
                'db_table': 'positions_jobdescription_history',
                'ordering': ['history_id'],
            },
        ),
        migrations.CreateModel(
            name='DescriptionDraftHistory',
            fields=[
                ('id', models.BigIntegerField(db_index=True)),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('job_code', thenchot.ground.basis.models.fields.VietnameseField()),
                ('job_title', thenchot.ground.basis.models.fields.VietnameseField()),
                ('content', models.JSONField()),
                ('drafted_by', models.TextField()),
                ('drafter', thenchot.ground.basis.models.fields.VietnameseField()),
                ('drafted_on', models.DateField()),
                ('history_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('superseded_by', models.UUIDField()),
                ('superseded_how', models.CharField(max_length=1)),
                ('organization', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='register.organization')),
                ('position', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='positions.jobposition')),
            ],
            options={
                'db_table': 'positions_descriptiondraft_history',
                'ordering': ['history_id'],
            },
        ),
        migrations.CreateModel(
            name='StaffQuotaHistory',
            fields=[
                ('id', models.BigIntegerField(db_index=True)),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('effective', thenchot.ground.basis.models.fields.DayRangeField()),
                ('fixed_term', thenchot.ground.basis.models.fields.TermField(default=False)),
                ('category', models.TextField(choices=[('cong_chuc', 'Công chức'), ('vien_chuc', 'Viên chức'), ('hop_dong', 'Hợp đồng lao động')])),
                ('assigned', models.IntegerField()),
                ('used', models.IntegerField()),
                ('history_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('superseded_by', models.UUIDField()),
                ('superseded_how', models.CharField(max_length=1)),
                ('basis', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='basis.instrument')),
                ('ended_by', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='basis.instrument')),
                ('organization', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='register.organization')),
            ],
            options={
                'db_table': 'positions_staffquota_history',
                'ordering': ['history_id'],
            },
        ),
        migrations.CreateModel(
            name='Competency',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('effective', thenchot.ground.basis.models.fields.DayRangeField()),
                ('fixed_term', thenchot.ground.basis.models.fields.TermField(default=False)),
                ('key', models.TextField()),
                ('group', models.TextField(choices=[('chung', 'Nhóm năng lực chung'), ('chuyen_mon', 'Nhóm năng lực chuyên môn'), ('quan_ly', 'Nhóm năng lực quản lý')])),
                ('name', thenchot.ground.basis.models.fields.VietnameseField()),
                ('indicators', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=5)),
                ('verified', models.BooleanField()),
                ('basis', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='basis.instrument')),
                ('ended_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='basis.instrument')),
            ],
            options={
                'constraints': [thenchot.ground.basis.models.constraints.TemporalKey('key', name='competency_one_state_a_day'), models.CheckConstraint(condition=models.Q(('group__in', ['chung', 'chuyen_mon', 'quan_ly']), models.Q(('key', ''), _negated=True), models.Q(('name', ''), _negated=True), ('indicators__len', 5)), name='competency_is_whole')],
            },
        ),
        migrations.CreateModel(
            name='JobDescription',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('effective', thenchot.ground.basis.models.fields.DayRangeField()),
                ('fixed_term', thenchot.ground.basis.models.fields.TermField(default=False)),
                ('job_code', thenchot.ground.basis.models.fields.VietnameseField()),
                ('job_title', thenchot.ground.basis.models.fields.VietnameseField()),
                ('content', models.JSONField()),
                ('basis', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='basis.instrument')),
                ('ended_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='basis.instrument')),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='job_descriptions', to='register.organization')),
                ('position', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='descriptions', to='positions.jobposition')),
            ],
            options={
                'constraints': [thenchot.ground.basis.models.constraints.TemporalKey('position', name='job_description_one_a_day'), thenchot.ground.basis.models.constraints.TemporalKey('organization', 'job_code', name='job_description_code_is_of_one'), models.CheckConstraint(condition=models.Q(models.Q(('job_code', ''), _negated=True), models.Q(('job_title', ''), _negated=True)), name='job_description_is_named')],
            },
        ),
        migrations.CreateModel(
            name='DescriptionDraft',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('job_code', thenchot.ground.basis.models.fields.VietnameseField()),
                ('job_title', thenchot.ground.basis.models.fields.VietnameseField()),
                ('content', models.JSONField()),
                ('drafted_by', models.TextField()),
                ('drafter', thenchot.ground.basis.models.fields.VietnameseField()),
                ('drafted_on', models.DateField()),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='description_drafts', to='register.organization')),
                ('position', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='drafts', to='positions.jobposition')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('position',), name='description_draft_one_of_a_position'), models.UniqueConstraint(fields=('organization', 'job_code'), name='description_draft_code_is_of_one'), models.CheckConstraint(condition=models.Q(models.Q(('job_code', ''), _negated=True), models.Q(('job_title', ''), _negated=True)), name='description_draft_is_named')],
            },
        ),
        migrations.CreateModel(
            name='StaffQuota',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('effective', thenchot.ground.basis.models.fields.DayRangeField()),
                ('fixed_term', thenchot.ground.basis.models.fields.TermField(default=False)),
                ('category', models.TextField(choices=[('cong_chuc', 'Công chức'), ('vien_chuc', 'Viên chức'), ('hop_dong', 'Hợp đồng lao động')])),
                ('assigned', models.IntegerField()),
                ('used', models.IntegerField()),
                ('basis', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='basis.instrument')),
                ('ended_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='basis.instrument')),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='staff_quotas', to='register.organization')),
            ],
            options={
                'constraints': [thenchot.ground.basis.models.constraints.TemporalKey('organization', 'category', name='staff_quota_one_a_day'), models.CheckConstraint(condition=models.Q(('category__in', ['cong_chuc', 'vien_chuc', 'hop_dong']), ('used__gte', 0), ('used__lte', models.F('assigned'))), name='staff_quota_is_listed_and_within')],
            },
        ),
        migrations.AddConstraint(
            model_name='jobdescription',
            constraint=thenchot.ground.basis.models.constraints.TemporalReference('organization', name='job_description_while_organization_exists', to='register.OrganizationSpell.organization'),
        ),
        Protect("jobposition"),
        Protect("jobdescription"),
        Protect("descriptiondraft"),
        Protect("competency"),
        Protect("staffquota"),
        Wall("jobposition"),
        Wall("jobdescription", right="positions.xem", units=("organization",)),
        Wall("descriptiondraft", right="positions.xem", units=("organization",)),
        Wall("competency", whole=True),
        Wall("staffquota", right="positions.xem", units=("organization",)),
    ]
