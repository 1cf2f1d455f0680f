import django.db.models.deletion
import django.db.models.functions.datetime
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
            name='CadreDecisionHistory',
            fields=[
                ('id', models.BigIntegerField(db_index=True)),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('fixed_term', thenchot.ground.basis.models.fields.TermField(default=False)),
                ('effective', thenchot.ground.basis.models.fields.OneDayField()),
                ('matter', models.TextField(choices=[('to_chuc', 'Tổ chức bộ máy'), ('can_bo', 'Cán bộ'), ('dao_tao', 'Đào tạo, bồi dưỡng'), ('luong_thuong_xuyen', 'Nâng lương thường xuyên'), ('luong_truoc_han', 'Nâng lương trước thời hạn'), ('xep_luong', 'Chuyển ngạch, xếp lương'), ('tham_nien_vuot_khung', 'Phụ cấp thâm niên vượt khung')])),
                ('decider', models.TextField(choices=[('trung_uong', 'Trung ương'), ('tinh_uy', 'Ban Chấp hành Đảng bộ tỉnh'), ('ban_thuong_vu', 'Ban Thường vụ Tỉnh ủy'), ('thuong_truc', 'Thường trực Tỉnh ủy'), ('ban_thuong_vu_cap_tren', 'Ban Thường vụ cấp ủy cấp trên cơ sở'), ('dang_uy', 'Đảng ủy, tập thể lãnh đạo'), ('chi_bo', 'Chi bộ')])),
                ('history_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('superseded_by', models.UUIDField()),
                ('superseded_how', models.CharField(max_length=1)),
                ('basis', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='basis.instrument')),
                ('ended_by', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='basis.instrument')),
                ('organization', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='register.organization')),
                ('person', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='register.person')),
            ],
            options={
                'db_table': 'cadres_cadredecision_history',
                'ordering': ['history_id'],
            },
        ),
        migrations.CreateModel(
            name='CadreDecision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('fixed_term', thenchot.ground.basis.models.fields.TermField(default=False)),
                ('effective', thenchot.ground.basis.models.fields.OneDayField()),
                ('matter', models.TextField(choices=[('to_chuc', 'Tổ chức bộ máy'), ('can_bo', 'Cán bộ'), ('dao_tao', 'Đào tạo, bồi dưỡng'), ('luong_thuong_xuyen', 'Nâng lương thường xuyên'), ('luong_truoc_han', 'Nâng lương trước thời hạn'), ('xep_luong', 'Chuyển ngạch, xếp lương'), ('tham_nien_vuot_khung', 'Phụ cấp thâm niên vượt khung')])),
                ('decider', models.TextField(choices=[('trung_uong', 'Trung ương'), ('tinh_uy', 'Ban Chấp hành Đảng bộ tỉnh'), ('ban_thuong_vu', 'Ban Thường vụ Tỉnh ủy'), ('thuong_truc', 'Thường trực Tỉnh ủy'), ('ban_thuong_vu_cap_tren', 'Ban Thường vụ cấp ủy cấp trên cơ sở'), ('dang_uy', 'Đảng ủy, tập thể lãnh đạo'), ('chi_bo', 'Chi bộ')])),
                ('basis', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='basis.instrument')),
                ('ended_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='basis.instrument')),
                ('organization', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='cadre_decisions', to='register.organization')),
                ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='cadre_decisions', to='register.person')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('basis',), name='cadre_decision_one_a_paper'), models.CheckConstraint(condition=models.Q(('person__isnull', False), ('organization__isnull', False), _connector='OR'), name='cadre_decision_is_about_something'), models.CheckConstraint(condition=models.Q(('matter__in', ['to_chuc', 'can_bo', 'dao_tao', 'luong_thuong_xuyen', 'luong_truoc_han', 'xep_luong', 'tham_nien_vuot_khung']), ('decider__in', ['trung_uong', 'tinh_uy', 'ban_thuong_vu', 'thuong_truc', 'ban_thuong_vu_cap_tren', 'dang_uy', 'chi_bo'])), name='cadre_decision_is_listed')],
            },
        ),
        Protect('cadredecision'),
    ]
