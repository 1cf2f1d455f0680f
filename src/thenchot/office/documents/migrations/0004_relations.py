import django.db.models.deletion
import django.db.models.functions.datetime
import thenchot.ground.basis.models.fields
from django.db import migrations, models

from thenchot.ground.basis.migrations.operations import Protect, run_file
from thenchot.ground.basis.migrations.operations.wall import Wall


class Migration(migrations.Migration):

    dependencies = [
        ('basis', '0007_every_kind_of_paper'),
        ('documents', '0003_exported_registers'),
        ('register', '0011_how_posts_are_held'),
    ]

    operations = [
        migrations.CreateModel(
            name='RelationHistory',
            fields=[
                ('id', models.BigIntegerField(db_index=True)),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('kind', models.TextField(choices=[('can_cu', 'Căn cứ'), ('thuc_hien', 'Triển khai, thực hiện'), ('tra_loi', 'Trả lời'), ('sua_doi', 'Sửa đổi'), ('bo_sung', 'Bổ sung'), ('thay_the', 'Thay thế'), ('bai_bo', 'Bãi bỏ'), ('dinh_chinh', 'Đính chính'), ('thu_hoi', 'Thu hồi'), ('ban_hanh', 'Ban hành kèm theo'), ('sao', 'Là bản sao của'), ('tong_ket', 'Sơ kết, tổng kết')])),
                ('cited', thenchot.ground.basis.models.fields.VietnameseField(blank=True, default='')),
                ('cited_sign', models.TextField(blank=True, default='')),
                ('cited_on', models.DateField(blank=True, null=True)),
                ('part', thenchot.ground.basis.models.fields.VietnameseField(blank=True, default='')),
                ('from_day', models.DateField(blank=True, null=True)),
                ('own', models.BooleanField(default=False)),
                ('history_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('superseded_by', models.UUIDField()),
                ('superseded_how', models.CharField(max_length=1)),
                ('organization', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='register.organization')),
                ('paper', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='basis.instrument')),
                ('to', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='basis.instrument')),
            ],
            options={
                'db_table': 'documents_relation_history',
                'ordering': ['history_id'],
            },
        ),
        migrations.CreateModel(
            name='Relation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('kind', models.TextField(choices=[('can_cu', 'Căn cứ'), ('thuc_hien', 'Triển khai, thực hiện'), ('tra_loi', 'Trả lời'), ('sua_doi', 'Sửa đổi'), ('bo_sung', 'Bổ sung'), ('thay_the', 'Thay thế'), ('bai_bo', 'Bãi bỏ'), ('dinh_chinh', 'Đính chính'), ('thu_hoi', 'Thu hồi'), ('ban_hanh', 'Ban hành kèm theo'), ('sao', 'Là bản sao của'), ('tong_ket', 'Sơ kết, tổng kết')])),
                ('cited', thenchot.ground.basis.models.fields.VietnameseField(blank=True, default='')),
                ('cited_sign', models.TextField(blank=True, default='')),
                ('cited_on', models.DateField(blank=True, null=True)),
                ('part', thenchot.ground.basis.models.fields.VietnameseField(blank=True, default='')),
                ('from_day', models.DateField(blank=True, null=True)),
                ('own', models.BooleanField(default=False)),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='paper_relations', to='register.organization')),
                ('paper', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='relations', to='basis.instrument')),
                ('to', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='relations_from', to='basis.instrument')),
            ],
            options={
                'indexes': [models.Index(models.F('cited_sign'), models.F('cited_on'), name='relation_by_citation')],
                'constraints': [models.UniqueConstraint(fields=('paper', 'kind', 'to', 'part'), name='relation_recorded_once'), models.UniqueConstraint(condition=models.Q(('to', None)), fields=('paper', 'kind', 'cited', 'part'), name='relation_cited_once'), models.CheckConstraint(condition=models.Q(('kind__in', ['can_cu', 'thuc_hien', 'tra_loi', 'sua_doi', 'bo_sung', 'thay_the', 'bai_bo', 'dinh_chinh', 'thu_hoi', 'ban_hanh', 'sao', 'tong_ket'])), name='relation_kind_is_listed'), models.CheckConstraint(condition=models.Q(('to__isnull', False), models.Q(('cited', ''), _negated=True), _connector='OR'), name='relation_names_a_paper'), models.CheckConstraint(condition=models.Q(('to', None), models.Q(('to', models.F('paper')), _negated=True), _connector='OR'), name='relation_is_of_two_papers'), models.CheckConstraint(condition=models.Q(models.Q(('from_day__isnull', False), ('kind__in', ['sua_doi', 'bo_sung', 'thay_the', 'bai_bo', 'thu_hoi'])), models.Q(models.Q(('kind__in', ['sua_doi', 'bo_sung', 'thay_the', 'bai_bo', 'thu_hoi']), _negated=True), ('from_day', None)), _connector='OR'), name='relation_has_a_day_where_it_changes'), models.CheckConstraint(condition=models.Q(('part', ''), ('kind__in', ['sua_doi', 'bo_sung', 'thay_the', 'bai_bo']), _connector='OR'), name='relation_in_part_where_it_may')],
            },
        ),
        Protect("relation"),
        Wall("relation", units=("organization",)),
        run_file(__file__, "relations"),
    ]
