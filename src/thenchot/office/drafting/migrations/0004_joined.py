from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('drafting', '0003_empowered'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='draftstep',
            name='draft_step_is_listed',
        ),
        migrations.AlterField(
            model_name='draftstep',
            name='verb',
            field=models.TextField(choices=[('duyet_noi_dung', 'Duyệt nội dung'), ('noi_dung_tra_lai', 'Chuyển lại về nội dung'), ('kiem_the_thuc', 'Xác nhận đúng thể thức'), ('the_thuc_tra_lai', 'Chuyển lại về thể thức'), ('trinh', 'Trình lãnh đạo'), ('dong_y', 'Đồng ý'), ('chuyen_lai', 'Chuyển lại, nêu lý do'), ('xin_y_kien', 'Xin ý kiến cấp trên'), ('xin_trung_uong', 'Xin ý kiến Trung ương'), ('trung_uong_tra_loi', 'Trung ương đã cho ý kiến'), ('dua_ra_tap_the', 'Đưa ra tập thể'), ('hoan', 'Hoãn, rút khỏi chương trình'), ('thong_qua', 'Tập thể tán thành'), ('khong_thong_qua', 'Không đủ số tán thành'), ('ghi_lai_ket_qua', 'Kết quả ghi nhầm, ghi lại'), ('rut_lai', 'Rút lại để sửa'), ('thoi', 'Thôi không ban hành'), ('cap_so', 'Cấp số'), ('noi_so', 'Nối với văn bản hệ thống khác đã cấp số'), ('go_noi', 'Gỡ khỏi văn bản nối nhầm')]),
        ),
        migrations.AlterField(
            model_name='draftstephistory',
            name='verb',
            field=models.TextField(choices=[('duyet_noi_dung', 'Duyệt nội dung'), ('noi_dung_tra_lai', 'Chuyển lại về nội dung'), ('kiem_the_thuc', 'Xác nhận đúng thể thức'), ('the_thuc_tra_lai', 'Chuyển lại về thể thức'), ('trinh', 'Trình lãnh đạo'), ('dong_y', 'Đồng ý'), ('chuyen_lai', 'Chuyển lại, nêu lý do'), ('xin_y_kien', 'Xin ý kiến cấp trên'), ('xin_trung_uong', 'Xin ý kiến Trung ương'), ('trung_uong_tra_loi', 'Trung ương đã cho ý kiến'), ('dua_ra_tap_the', 'Đưa ra tập thể'), ('hoan', 'Hoãn, rút khỏi chương trình'), ('thong_qua', 'Tập thể tán thành'), ('khong_thong_qua', 'Không đủ số tán thành'), ('ghi_lai_ket_qua', 'Kết quả ghi nhầm, ghi lại'), ('rut_lai', 'Rút lại để sửa'), ('thoi', 'Thôi không ban hành'), ('cap_so', 'Cấp số'), ('noi_so', 'Nối với văn bản hệ thống khác đã cấp số'), ('go_noi', 'Gỡ khỏi văn bản nối nhầm')]),
        ),
        migrations.AddConstraint(
            model_name='draftstep',
            constraint=models.CheckConstraint(condition=models.Q(('verb__in', ['duyet_noi_dung', 'noi_dung_tra_lai', 'kiem_the_thuc', 'the_thuc_tra_lai', 'trinh', 'dong_y', 'chuyen_lai', 'xin_y_kien', 'xin_trung_uong', 'trung_uong_tra_loi', 'dua_ra_tap_the', 'hoan', 'thong_qua', 'khong_thong_qua', 'ghi_lai_ket_qua', 'rut_lai', 'thoi', 'cap_so', 'noi_so', 'go_noi'])), name='draft_step_is_listed'),
        ),
    ]
