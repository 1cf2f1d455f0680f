import django.db.models.deletion
import django.db.models.functions.datetime
from django.db import migrations, models

from thenchot.ground.basis.migrations.operations import Protect
from thenchot.ground.basis.migrations.operations.wall import Wall


class Migration(migrations.Migration):

    dependencies = [
        ('basis', '0007_every_kind_of_paper'),
        ('documents', '0005_cascades'),
        ('register', '0011_how_posts_are_held'),
    ]

    operations = [
        migrations.CreateModel(
            name='ShelvedHistory',
            fields=[
                ('id', models.BigIntegerField(db_index=True)),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('subject', models.TextField(choices=[('to_chuc', 'Tổ chức bộ máy, biên chế'), ('dang_vien', 'Tổ chức cơ sở đảng, đảng viên'), ('can_bo', 'Cán bộ'), ('khen_thuong', 'Khen thưởng, Huy hiệu Đảng'), ('kiem_tra', 'Kiểm tra, giám sát, kỷ luật'), ('bao_ve', 'Bảo vệ chính trị nội bộ'), ('van_thu', 'Văn thư, lưu trữ, lề lối làm việc')])),
                ('history_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('superseded_by', models.UUIDField()),
                ('superseded_how', models.CharField(max_length=1)),
                ('organization', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='register.organization')),
                ('paper', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='basis.instrument')),
            ],
            options={
                'db_table': 'documents_shelved_history',
                'ordering': ['history_id'],
            },
        ),
        migrations.CreateModel(
            name='Shelved',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('subject', models.TextField(choices=[('to_chuc', 'Tổ chức bộ máy, biên chế'), ('dang_vien', 'Tổ chức cơ sở đảng, đảng viên'), ('can_bo', 'Cán bộ'), ('khen_thuong', 'Khen thưởng, Huy hiệu Đảng'), ('kiem_tra', 'Kiểm tra, giám sát, kỷ luật'), ('bao_ve', 'Bảo vệ chính trị nội bộ'), ('van_thu', 'Văn thư, lưu trữ, lề lối làm việc')])),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='papers_shelved', to='register.organization')),
                ('paper', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='shelved', to='basis.instrument')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('subject__in', ['to_chuc', 'dang_vien', 'can_bo', 'khen_thuong', 'kiem_tra', 'bao_ve', 'van_thu'])), name='shelved_subject_is_listed')],
            },
        ),
        Protect("shelved"),
        Wall("shelved", units=("organization",)),
    ]
