import django.db.models.functions.datetime
from django.db import migrations, models

from thenchot.ground.basis.migrations.operations import Protect
from thenchot.ground.basis.migrations.operations.wall import Wall


class Migration(migrations.Migration):

    dependencies = [
        ('basis', '0005_sight'),
        ('members', '0004_reported_and_consent'),
    ]

    operations = [
        migrations.CreateModel(
            name='HeadingHistory',
            fields=[
                ('id', models.BigIntegerField(db_index=True)),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('heading', models.TextField()),
                ('column', models.TextField(choices=[('ho_ten', 'Họ và tên'), ('ho_dem', 'Họ và chữ đệm'), ('ten', 'Tên'), ('ngay_sinh', 'Ngày sinh'), ('sinh_nam', 'Ngày sinh (nam)'), ('sinh_nu', 'Ngày sinh (nữ)'), ('gioi_tinh', 'Giới tính'), ('dan_toc', 'Dân tộc'), ('que_quan', 'Quê quán'), ('cap_tren', 'Đảng bộ, chi bộ cơ sở'), ('chi_bo', 'Chi bộ'), ('quyet_dinh', 'Ngày quyết định kết nạp'), ('vao_dang', 'Ngày vào Đảng'), ('chinh_thuc', 'Ngày chính thức'), ('tinh_trang', 'Tình trạng đảng viên'), ('so_the', 'Số thẻ đảng viên')])),
                ('history_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('superseded_by', models.UUIDField()),
                ('superseded_how', models.CharField(max_length=1)),
            ],
            options={
                'db_table': 'members_heading_history',
                'ordering': ['history_id'],
            },
        ),
        migrations.CreateModel(
            name='Heading',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('heading', models.TextField()),
                ('column', models.TextField(choices=[('ho_ten', 'Họ và tên'), ('ho_dem', 'Họ và chữ đệm'), ('ten', 'Tên'), ('ngay_sinh', 'Ngày sinh'), ('sinh_nam', 'Ngày sinh (nam)'), ('sinh_nu', 'Ngày sinh (nữ)'), ('gioi_tinh', 'Giới tính'), ('dan_toc', 'Dân tộc'), ('que_quan', 'Quê quán'), ('cap_tren', 'Đảng bộ, chi bộ cơ sở'), ('chi_bo', 'Chi bộ'), ('quyet_dinh', 'Ngày quyết định kết nạp'), ('vao_dang', 'Ngày vào Đảng'), ('chinh_thuc', 'Ngày chính thức'), ('tinh_trang', 'Tình trạng đảng viên'), ('so_the', 'Số thẻ đảng viên')])),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('heading',), name='heading_said_once'), models.CheckConstraint(condition=models.Q(('heading', ''), _negated=True), name='heading_is_said'), models.CheckConstraint(condition=models.Q(('column__in', ['ho_ten', 'ho_dem', 'ten', 'ngay_sinh', 'sinh_nam', 'sinh_nu', 'gioi_tinh', 'dan_toc', 'que_quan', 'cap_tren', 'chi_bo', 'quyet_dinh', 'vao_dang', 'chinh_thuc', 'tinh_trang', 'so_the'])), name='heading_column_is_listed')],
            },
        ),
        Protect("heading"),
        Wall("heading"),
    ]
