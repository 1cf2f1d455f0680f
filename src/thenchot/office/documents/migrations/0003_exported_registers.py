import django.db.models.functions.datetime
from django.db import migrations, models

from thenchot.ground.basis.migrations.operations import Protect
from thenchot.ground.basis.migrations.operations.wall import Wall


class Migration(migrations.Migration):

    dependencies = [
        ('documents', '0002_copies_and_dossiers'),
    ]

    operations = [
        migrations.CreateModel(
            name='RegisterHeadingHistory',
            fields=[
                ('id', models.BigIntegerField(db_index=True)),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('heading', models.TextField()),
                ('column', models.TextField(choices=[('so_ky_hieu', 'Số, ký hiệu'), ('ngay_van_ban', 'Ngày văn bản'), ('the_loai', 'Thể loại'), ('trich_yeu', 'Trích yếu'), ('co_quan', 'Cơ quan ban hành'), ('nguoi_ky', 'Người ký'), ('noi_nhan', 'Nơi nhận'), ('ban_luu', 'Đơn vị, người nhận bản lưu'), ('so_ban', 'Số lượng bản'), ('ngay_gui', 'Ngày chuyển'), ('ghi_chu', 'Ghi chú'), ('do_mat', 'Độ mật')])),
                ('history_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('superseded_by', models.UUIDField()),
                ('superseded_how', models.CharField(max_length=1)),
            ],
            options={
                'db_table': 'documents_registerheading_history',
                'ordering': ['history_id'],
            },
        ),
        migrations.CreateModel(
            name='RegisterHeading',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('heading', models.TextField()),
                ('column', models.TextField(choices=[('so_ky_hieu', 'Số, ký hiệu'), ('ngay_van_ban', 'Ngày văn bản'), ('the_loai', 'Thể loại'), ('trich_yeu', 'Trích yếu'), ('co_quan', 'Cơ quan ban hành'), ('nguoi_ky', 'Người ký'), ('noi_nhan', 'Nơi nhận'), ('ban_luu', 'Đơn vị, người nhận bản lưu'), ('so_ban', 'Số lượng bản'), ('ngay_gui', 'Ngày chuyển'), ('ghi_chu', 'Ghi chú'), ('do_mat', 'Độ mật')])),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('heading',), name='register_heading_said_once'), models.CheckConstraint(condition=models.Q(models.Q(('heading', ''), _negated=True), ('column__in', ['so_ky_hieu', 'ngay_van_ban', 'the_loai', 'trich_yeu', 'co_quan', 'nguoi_ky', 'noi_nhan', 'ban_luu', 'so_ban', 'ngay_gui', 'ghi_chu', 'do_mat'])), name='register_heading_is_whole')],
            },
        ),
        Protect("registerheading"),
        Wall("registerheading"),
    ]
