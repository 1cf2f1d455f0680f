import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.datetime
import thenchot.ground.basis.models.constraints
import thenchot.ground.basis.models.fields
from django.db import migrations, models

from thenchot.ground.basis.migrations.operations import Protect, run_file


class Migration(migrations.Migration):

    dependencies = [
        ('basis', '0002_journal'),
    ]

    operations = [
        migrations.CreateModel(
            name='Parameter',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('effective', thenchot.ground.basis.models.fields.DayRangeField()),
                ('fixed_term', thenchot.ground.basis.models.fields.TermField(default=False)),
                ('key', models.TextField()),
                ('values', django.contrib.postgres.fields.ArrayField(base_field=models.IntegerField(), size=None)),
                ('clause', thenchot.ground.basis.models.fields.VietnameseField()),
                ('verified', models.BooleanField()),
                ('basis', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='basis.instrument')),
                ('ended_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='basis.instrument')),
            ],
            options={
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('values__len__gte', 1)), name='parameter_has_a_value'),
                ],
            },
        ),
        migrations.CreateModel(
            name='ParameterHistory',
            fields=[
                ('id', models.BigIntegerField(db_index=True)),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('effective', thenchot.ground.basis.models.fields.DayRangeField()),
                ('fixed_term', thenchot.ground.basis.models.fields.TermField(default=False)),
                ('key', models.TextField()),
                ('values', django.contrib.postgres.fields.ArrayField(base_field=models.IntegerField(), size=None)),
                ('clause', thenchot.ground.basis.models.fields.VietnameseField()),
                ('verified', models.BooleanField()),
                ('history_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('superseded_by', models.UUIDField()),
                ('superseded_how', models.CharField(max_length=1)),
                ('basis', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='basis.instrument')),
                ('ended_by', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='basis.instrument')),
            ],
            options={
                'db_table': 'basis_parameter_history',
                'ordering': ['history_id'],
            },
        ),
        migrations.RemoveConstraint(
            model_name='instrument',
            name='instrument_kind_is_listed',
        ),
        migrations.AlterField(
            model_name='instrument',
            name='kind',
            field=models.TextField(choices=[('quyet_dinh', 'Quyết định'), ('nghi_quyet', 'Nghị quyết'), ('ke_hoach', 'Kế hoạch'), ('de_an', 'Đề án'), ('ket_luan', 'Kết luận'), ('thong_bao', 'Thông báo'), ('bien_ban', 'Biên bản'), ('quy_dinh', 'Quy định'), ('huong_dan', 'Hướng dẫn'), ('dieu_le', 'Điều lệ'), ('danh_sach_ban_giao', 'Danh sách bàn giao'), ('khac', 'Văn bản khác')]),
        ),
        migrations.AlterField(
            model_name='instrumenthistory',
            name='kind',
            field=models.TextField(choices=[('quyet_dinh', 'Quyết định'), ('nghi_quyet', 'Nghị quyết'), ('ke_hoach', 'Kế hoạch'), ('de_an', 'Đề án'), ('ket_luan', 'Kết luận'), ('thong_bao', 'Thông báo'), ('bien_ban', 'Biên bản'), ('quy_dinh', 'Quy định'), ('huong_dan', 'Hướng dẫn'), ('dieu_le', 'Điều lệ'), ('danh_sach_ban_giao', 'Danh sách bàn giao'), ('khac', 'Văn bản khác')]),
        ),
        migrations.AddConstraint(
            model_name='instrument',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['quyet_dinh', 'nghi_quyet', 'ke_hoach', 'de_an', 'ket_luan', 'thong_bao', 'bien_ban', 'quy_dinh', 'huong_dan', 'dieu_le', 'danh_sach_ban_giao', 'khac'])), name='instrument_kind_is_listed'),
        ),
        migrations.AddConstraint(
            model_name='parameter',
            constraint=thenchot.ground.basis.models.constraints.TemporalKey('key', name='parameter_one_value_a_day'),
        ),
        run_file(__file__, "clock"),
        Protect('parameter'),
    ]
