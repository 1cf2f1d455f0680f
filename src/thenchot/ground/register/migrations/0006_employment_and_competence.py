import django.db.models.deletion
import django.db.models.functions.datetime
import thenchot.ground.basis.models.constraints
import thenchot.ground.basis.models.fields
from django.db import migrations, models

from thenchot.ground.basis.migrations.operations import Protect, run_file


class Migration(migrations.Migration):

    dependencies = [
        ('basis', '0003_parameter_and_clock'),
        ('register', '0005_search_by_any_part'),
    ]

    operations = [
        migrations.AlterField(
            model_name='succession',
            name='kind',
            field=models.TextField(choices=[('sap_nhap', 'Sáp nhập'), ('hop_nhat', 'Hợp nhất')]),
        ),
        migrations.AlterField(
            model_name='successionhistory',
            name='kind',
            field=models.TextField(choices=[('sap_nhap', 'Sáp nhập'), ('hop_nhat', 'Hợp nhất')]),
        ),
        migrations.CreateModel(
            name='CompetenceHistory',
            fields=[
                ('id', models.BigIntegerField(db_index=True)),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('effective', thenchot.ground.basis.models.fields.DayRangeField()),
                ('fixed_term', thenchot.ground.basis.models.fields.TermField(default=False)),
                ('matter', models.TextField(choices=[('bo_nhiem', 'Bổ nhiệm, giới thiệu ứng cử'), ('ky_luat', 'Kỷ luật'), ('danh_gia', 'Đánh giá, xếp loại'), ('luong', 'Nâng lương, xếp lương'), ('nghi_phep', 'Nghỉ phép, đi nước ngoài'), ('khen_thuong', 'Khen thưởng, Huy hiệu Đảng')])),
                ('tier', models.TextField(choices=[('trung_uong', 'Trung ương quản lý'), ('ban_thuong_vu', 'Ban Thường vụ Tỉnh ủy quản lý'), ('thuong_truc', 'Thường trực quản lý'), ('dang_uy', 'Đảng ủy, tập thể lãnh đạo quản lý'), ('cap_xa', 'Cấp xã quản lý')])),
                ('decider', models.TextField(choices=[('trung_uong', 'Trung ương'), ('tinh_uy', 'Ban Chấp hành Đảng bộ tỉnh'), ('ban_thuong_vu', 'Ban Thường vụ Tỉnh ủy'), ('thuong_truc', 'Thường trực Tỉnh ủy'), ('ban_thuong_vu_cap_tren', 'Ban Thường vụ cấp ủy cấp trên cơ sở'), ('dang_uy', 'Đảng ủy, tập thể lãnh đạo'), ('chi_bo', 'Chi bộ')])),
                ('history_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('superseded_by', models.UUIDField()),
                ('superseded_how', models.CharField(max_length=1)),
                ('basis', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='basis.instrument')),
                ('ended_by', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='basis.instrument')),
            ],
            options={
                'db_table': 'register_competence_history',
                'ordering': ['history_id'],
            },
        ),
        migrations.CreateModel(
            name='EmploymentHistory',
            fields=[
                ('id', models.BigIntegerField(db_index=True)),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('effective', thenchot.ground.basis.models.fields.DayRangeField()),
                ('fixed_term', thenchot.ground.basis.models.fields.TermField(default=False)),
                ('history_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('superseded_by', models.UUIDField()),
                ('superseded_how', models.CharField(max_length=1)),
                ('basis', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='basis.instrument')),
                ('ended_by', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='basis.instrument')),
                ('organization', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='register.organization')),
                ('person', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='register.person')),
            ],
            options={
                'db_table': 'register_employment_history',
                'ordering': ['history_id'],
            },
        ),
        migrations.CreateModel(
            name='Competence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('effective', thenchot.ground.basis.models.fields.DayRangeField()),
                ('fixed_term', thenchot.ground.basis.models.fields.TermField(default=False)),
                ('matter', models.TextField(choices=[('bo_nhiem', 'Bổ nhiệm, giới thiệu ứng cử'), ('ky_luat', 'Kỷ luật'), ('danh_gia', 'Đánh giá, xếp loại'), ('luong', 'Nâng lương, xếp lương'), ('nghi_phep', 'Nghỉ phép, đi nước ngoài'), ('khen_thuong', 'Khen thưởng, Huy hiệu Đảng')])),
                ('tier', models.TextField(choices=[('trung_uong', 'Trung ương quản lý'), ('ban_thuong_vu', 'Ban Thường vụ Tỉnh ủy quản lý'), ('thuong_truc', 'Thường trực quản lý'), ('dang_uy', 'Đảng ủy, tập thể lãnh đạo quản lý'), ('cap_xa', 'Cấp xã quản lý')])),
                ('decider', models.TextField(choices=[('trung_uong', 'Trung ương'), ('tinh_uy', 'Ban Chấp hành Đảng bộ tỉnh'), ('ban_thuong_vu', 'Ban Thường vụ Tỉnh ủy'), ('thuong_truc', 'Thường trực Tỉnh ủy'), ('ban_thuong_vu_cap_tren', 'Ban Thường vụ cấp ủy cấp trên cơ sở'), ('dang_uy', 'Đảng ủy, tập thể lãnh đạo'), ('chi_bo', 'Chi bộ')])),
                ('basis', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='basis.instrument')),
                ('ended_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='basis.instrument')),
            ],
            options={
                'constraints': [thenchot.ground.basis.models.constraints.TemporalKey('matter', 'tier', name='competence_one_decider_a_day')],
            },
        ),
        migrations.CreateModel(
            name='Employment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('effective', thenchot.ground.basis.models.fields.DayRangeField()),
                ('fixed_term', thenchot.ground.basis.models.fields.TermField(default=False)),
                ('basis', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='basis.instrument')),
                ('ended_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='basis.instrument')),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='employments', to='register.organization')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='employments', to='register.person')),
            ],
            options={
                'constraints': [thenchot.ground.basis.models.constraints.TemporalKey('person', name='employment_in_one_place_a_day')],
            },
        ),
        migrations.AddConstraint(
            model_name='employment',
            constraint=thenchot.ground.basis.models.constraints.TemporalReference('organization', name='employment_while_organization_exists', to='register.OrganizationSpell.organization'),
        ),
        migrations.AddConstraint(
            model_name='employment',
            constraint=thenchot.ground.basis.models.constraints.TemporalReference('person', name='employment_while_person_recorded', to='register.PersonSpell.person'),
        ),
        run_file(__file__, "no_circle"),
        Protect('employment'),
        Protect('competence'),
    ]
