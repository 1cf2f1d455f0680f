from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('members', '0005_headings'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='heading',
            name='heading_column_is_listed',
        ),
        migrations.AlterField(
            model_name='heading',
            name='column',
            field=models.TextField(choices=[('ho_ten', 'Họ và tên'), ('ho_dem', 'Họ và chữ đệm'), ('ten', 'Tên'), ('ngay_sinh', 'Ngày sinh'), ('sinh_nam', 'Ngày sinh (nam)'), ('sinh_nu', 'Ngày sinh (nữ)'), ('gioi_tinh', 'Giới tính'), ('dan_toc', 'Dân tộc'), ('que_quan', 'Quê quán'), ('cap_tren', 'Đảng bộ, chi bộ cơ sở'), ('chi_bo', 'Chi bộ'), ('quyet_dinh', 'Ngày quyết định kết nạp'), ('vao_dang', 'Ngày vào Đảng'), ('chinh_thuc', 'Ngày chính thức'), ('tinh_trang', 'Tình trạng đảng viên'), ('so_the', 'Số thẻ đảng viên'), ('so_dinh_danh', 'Số định danh cá nhân')]),
        ),
        migrations.AlterField(
            model_name='headinghistory',
            name='column',
            field=models.TextField(choices=[('ho_ten', 'Họ và tên'), ('ho_dem', 'Họ và chữ đệm'), ('ten', 'Tên'), ('ngay_sinh', 'Ngày sinh'), ('sinh_nam', 'Ngày sinh (nam)'), ('sinh_nu', 'Ngày sinh (nữ)'), ('gioi_tinh', 'Giới tính'), ('dan_toc', 'Dân tộc'), ('que_quan', 'Quê quán'), ('cap_tren', 'Đảng bộ, chi bộ cơ sở'), ('chi_bo', 'Chi bộ'), ('quyet_dinh', 'Ngày quyết định kết nạp'), ('vao_dang', 'Ngày vào Đảng'), ('chinh_thuc', 'Ngày chính thức'), ('tinh_trang', 'Tình trạng đảng viên'), ('so_the', 'Số thẻ đảng viên'), ('so_dinh_danh', 'Số định danh cá nhân')]),
        ),
        migrations.AddConstraint(
            model_name='heading',
            constraint=models.CheckConstraint(condition=models.Q(('column__in', ['ho_ten', 'ho_dem', 'ten', 'ngay_sinh', 'sinh_nam', 'sinh_nu', 'gioi_tinh', 'dan_toc', 'que_quan', 'cap_tren', 'chi_bo', 'quyet_dinh', 'vao_dang', 'chinh_thuc', 'tinh_trang', 'so_the', 'so_dinh_danh'])), name='heading_column_is_listed'),
        ),
    ]
