import django.db.models.deletion
import django.db.models.functions.datetime
import thenchot.ground.basis.models.constraints
import thenchot.ground.basis.models.fields
from django.db import migrations, models

from thenchot.ground.basis.migrations.operations import Protect


class Migration(migrations.Migration):

    dependencies = [
        ('basis', '0002_journal'),
        ('register', '0003_closure'),
    ]

    operations = [
        migrations.AddField(
            model_name='postspell',
            name='tier',
            field=models.TextField(blank=True, choices=[('trung_uong', 'Trung ương quản lý'), ('ban_thuong_vu', 'Ban Thường vụ Tỉnh ủy quản lý'), ('thuong_truc', 'Thường trực quản lý'), ('dang_uy', 'Đảng ủy, tập thể lãnh đạo quản lý'), ('cap_xa', 'Cấp xã quản lý')], null=True),
        ),
        migrations.AddField(
            model_name='postspellhistory',
            name='tier',
            field=models.TextField(blank=True, choices=[('trung_uong', 'Trung ương quản lý'), ('ban_thuong_vu', 'Ban Thường vụ Tỉnh ủy quản lý'), ('thuong_truc', 'Thường trực quản lý'), ('dang_uy', 'Đảng ủy, tập thể lãnh đạo quản lý'), ('cap_xa', 'Cấp xã quản lý')], null=True),
        ),
        migrations.AlterField(
            model_name='organizationspell',
            name='kind',
            field=models.TextField(choices=[('dang_bo_tinh', 'Đảng bộ tỉnh'), ('dang_bo_cap_tren', 'Đảng bộ cấp trên trực tiếp cơ sở'), ('dang_bo_co_so', 'Đảng bộ cơ sở'), ('chi_bo_co_so', 'Chi bộ cơ sở'), ('dang_bo_bo_phan', 'Đảng bộ bộ phận'), ('chi_bo', 'Chi bộ trực thuộc'), ('to_dang', 'Tổ đảng'), ('co_quan', 'Cơ quan, đơn vị'), ('phong_ban', 'Phòng, ban'), ('don_vi_su_nghiep', 'Đơn vị sự nghiệp'), ('ban_chi_dao', 'Ban chỉ đạo'), ('hoi_dong', 'Hội đồng'), ('to_giup_viec', 'Tổ giúp việc'), ('doan_kiem_tra', 'Đoàn kiểm tra'), ('tieu_ban', 'Tiểu ban')]),
        ),
        migrations.AlterField(
            model_name='organizationspellhistory',
            name='kind',
            field=models.TextField(choices=[('dang_bo_tinh', 'Đảng bộ tỉnh'), ('dang_bo_cap_tren', 'Đảng bộ cấp trên trực tiếp cơ sở'), ('dang_bo_co_so', 'Đảng bộ cơ sở'), ('chi_bo_co_so', 'Chi bộ cơ sở'), ('dang_bo_bo_phan', 'Đảng bộ bộ phận'), ('chi_bo', 'Chi bộ trực thuộc'), ('to_dang', 'Tổ đảng'), ('co_quan', 'Cơ quan, đơn vị'), ('phong_ban', 'Phòng, ban'), ('don_vi_su_nghiep', 'Đơn vị sự nghiệp'), ('ban_chi_dao', 'Ban chỉ đạo'), ('hoi_dong', 'Hội đồng'), ('to_giup_viec', 'Tổ giúp việc'), ('doan_kiem_tra', 'Đoàn kiểm tra'), ('tieu_ban', 'Tiểu ban')]),
        ),
        migrations.CreateModel(
            name='SuccessionHistory',
            fields=[
                ('id', models.BigIntegerField(db_index=True)),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('effective', thenchot.ground.basis.models.fields.DayRangeField()),
                ('fixed_term', thenchot.ground.basis.models.fields.TermField(default=False)),
                ('kind', models.TextField(choices=[('sap_nhap', 'Sáp nhập')])),
                ('history_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('superseded_by', models.UUIDField()),
                ('superseded_how', models.CharField(max_length=1)),
                ('basis', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='basis.instrument')),
                ('ended_by', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='basis.instrument')),
                ('predecessor', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='register.organization')),
                ('successor', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='register.organization')),
            ],
            options={
                'db_table': 'register_succession_history',
                'ordering': ['history_id'],
            },
        ),
        migrations.CreateModel(
            name='Succession',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('effective', thenchot.ground.basis.models.fields.DayRangeField()),
                ('fixed_term', thenchot.ground.basis.models.fields.TermField(default=False)),
                ('kind', models.TextField(choices=[('sap_nhap', 'Sáp nhập')])),
                ('basis', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='basis.instrument')),
                ('ended_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='basis.instrument')),
                ('predecessor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='continued_in', to='register.organization')),
                ('successor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='continues', to='register.organization')),
            ],
            options={
                'constraints': [thenchot.ground.basis.models.constraints.TemporalKey('predecessor', 'successor', name='succession_said_once'), models.CheckConstraint(condition=models.Q(('predecessor', models.F('successor')), _negated=True), name='succession_joins_two')],
            },
        ),
        Protect('succession'),
    ]
