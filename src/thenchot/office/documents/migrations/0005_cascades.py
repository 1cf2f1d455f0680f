import django.db.models.deletion
import django.db.models.functions.datetime
import thenchot.ground.basis.models.fields
from django.db import migrations, models

from thenchot.ground.basis.migrations.operations import Protect
from thenchot.ground.basis.migrations.operations.wall import Wall


class Migration(migrations.Migration):

    dependencies = [
        ('basis', '0007_every_kind_of_paper'),
        ('documents', '0004_relations'),
        ('register', '0011_how_posts_are_held'),
    ]

    operations = [
        migrations.CreateModel(
            name='Cascade',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('kind', models.TextField(choices=[('quyet_dinh', 'Quyết định'), ('nghi_quyet', 'Nghị quyết'), ('ke_hoach', 'Kế hoạch'), ('de_an', 'Đề án'), ('ket_luan', 'Kết luận'), ('thong_bao', 'Thông báo'), ('bao_cao', 'Báo cáo'), ('bien_ban', 'Biên bản'), ('quy_dinh', 'Quy định'), ('huong_dan', 'Hướng dẫn'), ('dieu_le', 'Điều lệ'), ('danh_sach_ban_giao', 'Danh sách bàn giao'), ('chi_thi', 'Chỉ thị'), ('quy_che', 'Quy chế'), ('thong_tri', 'Thông tri'), ('chuong_trinh', 'Chương trình'), ('phuong_an', 'Phương án'), ('du_an', 'Dự án'), ('to_trinh', 'Tờ trình'), ('cong_van', 'Công văn'), ('giay_moi', 'Giấy mời'), ('ban_sao', 'Bản sao'), ('luat', 'Luật'), ('nghi_dinh', 'Nghị định'), ('thong_tu', 'Thông tư'), ('cong_dien', 'Công điện'), ('khac', 'Văn bản khác')])),
                ('given_on', models.DateField()),
                ('due_on', models.DateField()),
                ('directive', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='cascades', to='basis.instrument')),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='cascades', to='register.organization')),
            ],
            options={
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('kind__in', ['quyet_dinh', 'nghi_quyet', 'ke_hoach', 'de_an', 'ket_luan', 'thong_bao', 'bao_cao', 'bien_ban', 'quy_dinh', 'huong_dan', 'dieu_le', 'danh_sach_ban_giao', 'chi_thi', 'quy_che', 'thong_tri', 'chuong_trinh', 'phuong_an', 'du_an', 'to_trinh', 'cong_van', 'giay_moi', 'ban_sao', 'luat', 'nghi_dinh', 'thong_tu', 'cong_dien', 'khac'])), name='cascade_kind_is_listed'),
                    models.CheckConstraint(condition=models.Q(('due_on__gte', models.F('given_on'))), name='cascade_due_after_given'),
                ],
            },
        ),
        migrations.CreateModel(
            name='AskedHistory',
            fields=[
                ('id', models.BigIntegerField(db_index=True)),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('verdict', models.TextField(blank=True, choices=[('khong_phai_bo_sung', 'Không phải bổ sung'), ('phai_bo_sung', 'Phải bổ sung')], default='')),
                ('reason', thenchot.ground.basis.models.fields.VietnameseField(blank=True, default='')),
                ('judged_on', models.DateField(blank=True, null=True)),
                ('reminded_on', models.DateField(blank=True, null=True)),
                ('history_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('superseded_by', models.UUIDField()),
                ('superseded_how', models.CharField(max_length=1)),
                ('basis', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='basis.instrument')),
                ('ended_by', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='basis.instrument')),
                ('organization', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='register.organization')),
                ('unit', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='register.organization')),
                ('cascade', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='documents.cascade')),
            ],
            options={
                'db_table': 'documents_asked_history',
                'ordering': ['history_id'],
            },
        ),
        migrations.CreateModel(
            name='Asked',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('verdict', models.TextField(blank=True, choices=[('khong_phai_bo_sung', 'Không phải bổ sung'), ('phai_bo_sung', 'Phải bổ sung')], default='')),
                ('reason', thenchot.ground.basis.models.fields.VietnameseField(blank=True, default='')),
                ('judged_on', models.DateField(blank=True, null=True)),
                ('reminded_on', models.DateField(blank=True, null=True)),
                ('basis', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='basis.instrument')),
                ('ended_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='basis.instrument')),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.organization')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='papers_owed', to='register.organization')),
                ('cascade', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='asked', to='documents.cascade')),
            ],
            options={
                'constraints': [
                    models.UniqueConstraint(fields=('cascade', 'unit'), name='asked_once_of_a_unit'),
                    models.CheckConstraint(condition=models.Q(models.Q(('ended_by', None), ('judged_on', None), ('reason', ''), ('verdict', '')), models.Q(('verdict__in', ['khong_phai_bo_sung', 'phai_bo_sung']), ('ended_by__isnull', False), ('judged_on__isnull', False), models.Q(('reason', ''), _negated=True)), _connector='OR'), name='asked_judged_with_paper_and_reason'),
                ],
            },
        ),
        migrations.CreateModel(
            name='CascadeHistory',
            fields=[
                ('id', models.BigIntegerField(db_index=True)),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('kind', models.TextField(choices=[('quyet_dinh', 'Quyết định'), ('nghi_quyet', 'Nghị quyết'), ('ke_hoach', 'Kế hoạch'), ('de_an', 'Đề án'), ('ket_luan', 'Kết luận'), ('thong_bao', 'Thông báo'), ('bao_cao', 'Báo cáo'), ('bien_ban', 'Biên bản'), ('quy_dinh', 'Quy định'), ('huong_dan', 'Hướng dẫn'), ('dieu_le', 'Điều lệ'), ('danh_sach_ban_giao', 'Danh sách bàn giao'), ('chi_thi', 'Chỉ thị'), ('quy_che', 'Quy chế'), ('thong_tri', 'Thông tri'), ('chuong_trinh', 'Chương trình'), ('phuong_an', 'Phương án'), ('du_an', 'Dự án'), ('to_trinh', 'Tờ trình'), ('cong_van', 'Công văn'), ('giay_moi', 'Giấy mời'), ('ban_sao', 'Bản sao'), ('luat', 'Luật'), ('nghi_dinh', 'Nghị định'), ('thong_tu', 'Thông tư'), ('cong_dien', 'Công điện'), ('khac', 'Văn bản khác')])),
                ('given_on', models.DateField()),
                ('due_on', models.DateField()),
                ('history_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('superseded_by', models.UUIDField()),
                ('superseded_how', models.CharField(max_length=1)),
                ('directive', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='basis.instrument')),
                ('organization', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='register.organization')),
            ],
            options={
                'db_table': 'documents_cascade_history',
                'ordering': ['history_id'],
            },
        ),
        Protect("cascade"),
        Protect("asked"),
        Wall("cascade", units=("organization",)),
        Wall("asked", right="documents.xem", units=("organization", "unit")),
    ]
