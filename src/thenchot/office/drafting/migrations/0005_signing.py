from django.db import migrations, models

from thenchot.ground.basis.migrations.operations import run_file


class Migration(migrations.Migration):

    dependencies = [
        ('documents', '0012_series_and_leads'),
        ('drafting', '0004_joined'),
        ('register', '0011_how_posts_are_held'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='draftpaper',
            name='draft_of_a_body_was_voted',
        ),
        migrations.RemoveConstraint(
            model_name='draftpaper',
            name='draft_of_the_centre_was_answered',
        ),
        migrations.RemoveConstraint(
            model_name='draftpaper',
            name='draft_words_are_listed',
        ),
        migrations.RemoveConstraint(
            model_name='draftstep',
            name='draft_step_is_listed',
        ),
        migrations.AddField(
            model_name='draftpaper',
            name='signed_on',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='draftpaperhistory',
            name='signed_on',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AlterField(
            model_name='draftpaper',
            name='state',
            field=models.TextField(choices=[('dang_soan', 'Đang soạn'), ('noi_dung', 'Đã duyệt nội dung'), ('the_thuc', 'Đã kiểm tra thể thức'), ('da_trinh', 'Đã trình'), ('xin_y_kien', 'Đang xin ý kiến cấp trên'), ('xin_trung_uong', 'Đang xin ý kiến Trung ương'), ('cho_bieu_quyet', 'Đã đưa ra tập thể, chờ biểu quyết'), ('dong_y', 'Đã đồng ý, chờ ký'), ('da_ky', 'Đã ký, chờ số'), ('da_cap_so', 'Đã cấp số'), ('thoi', 'Thôi không ban hành')]),
        ),
        migrations.AlterField(
            model_name='draftpaperhistory',
            name='state',
            field=models.TextField(choices=[('dang_soan', 'Đang soạn'), ('noi_dung', 'Đã duyệt nội dung'), ('the_thuc', 'Đã kiểm tra thể thức'), ('da_trinh', 'Đã trình'), ('xin_y_kien', 'Đang xin ý kiến cấp trên'), ('xin_trung_uong', 'Đang xin ý kiến Trung ương'), ('cho_bieu_quyet', 'Đã đưa ra tập thể, chờ biểu quyết'), ('dong_y', 'Đã đồng ý, chờ ký'), ('da_ky', 'Đã ký, chờ số'), ('da_cap_so', 'Đã cấp số'), ('thoi', 'Thôi không ban hành')]),
        ),
        migrations.AlterField(
            model_name='draftstep',
            name='verb',
            field=models.TextField(choices=[('duyet_noi_dung', 'Duyệt nội dung'), ('noi_dung_tra_lai', 'Chuyển lại về nội dung'), ('kiem_the_thuc', 'Xác nhận đúng thể thức'), ('the_thuc_tra_lai', 'Chuyển lại về thể thức'), ('trinh', 'Trình lãnh đạo'), ('dong_y', 'Đồng ý'), ('chuyen_lai', 'Chuyển lại, nêu lý do'), ('xin_y_kien', 'Xin ý kiến cấp trên'), ('xin_trung_uong', 'Xin ý kiến Trung ương'), ('trung_uong_tra_loi', 'Trung ương đã cho ý kiến'), ('dua_ra_tap_the', 'Đưa ra tập thể'), ('hoan', 'Hoãn, rút khỏi chương trình'), ('thong_qua', 'Tập thể tán thành'), ('khong_thong_qua', 'Không đủ số tán thành'), ('ghi_lai_ket_qua', 'Kết quả ghi nhầm, ghi lại'), ('ky', 'Ghi đã ký'), ('bo_ky', 'Việc ký ghi nhầm, ghi lại'), ('rut_lai', 'Rút lại để sửa'), ('thoi', 'Thôi không ban hành'), ('cap_so', 'Cấp số'), ('noi_so', 'Nối với văn bản hệ thống khác đã cấp số'), ('go_noi', 'Gỡ khỏi văn bản nối nhầm')]),
        ),
        migrations.AlterField(
            model_name='draftstephistory',
            name='verb',
            field=models.TextField(choices=[('duyet_noi_dung', 'Duyệt nội dung'), ('noi_dung_tra_lai', 'Chuyển lại về nội dung'), ('kiem_the_thuc', 'Xác nhận đúng thể thức'), ('the_thuc_tra_lai', 'Chuyển lại về thể thức'), ('trinh', 'Trình lãnh đạo'), ('dong_y', 'Đồng ý'), ('chuyen_lai', 'Chuyển lại, nêu lý do'), ('xin_y_kien', 'Xin ý kiến cấp trên'), ('xin_trung_uong', 'Xin ý kiến Trung ương'), ('trung_uong_tra_loi', 'Trung ương đã cho ý kiến'), ('dua_ra_tap_the', 'Đưa ra tập thể'), ('hoan', 'Hoãn, rút khỏi chương trình'), ('thong_qua', 'Tập thể tán thành'), ('khong_thong_qua', 'Không đủ số tán thành'), ('ghi_lai_ket_qua', 'Kết quả ghi nhầm, ghi lại'), ('ky', 'Ghi đã ký'), ('bo_ky', 'Việc ký ghi nhầm, ghi lại'), ('rut_lai', 'Rút lại để sửa'), ('thoi', 'Thôi không ban hành'), ('cap_so', 'Cấp số'), ('noi_so', 'Nối với văn bản hệ thống khác đã cấp số'), ('go_noi', 'Gỡ khỏi văn bản nối nhầm')]),
        ),
        migrations.AddConstraint(
            model_name='draftpaper',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['dang_soan', 'noi_dung', 'the_thuc', 'da_trinh', 'xin_y_kien', 'xin_trung_uong', 'cho_bieu_quyet', 'dong_y', 'da_ky', 'da_cap_so', 'thoi']), ('signing__in', ['truc_tiep', 't_m', 'k_t', 't_l', 'tuq']), ('kind__in', ['quyet_dinh', 'nghi_quyet', 'ke_hoach', 'de_an', 'ket_luan', 'thong_bao', 'bao_cao', 'bien_ban', 'quy_dinh', 'huong_dan', 'dieu_le', 'danh_sach_ban_giao', 'chi_thi', 'quy_che', 'thong_tri', 'chuong_trinh', 'phuong_an', 'du_an', 'to_trinh', 'cong_van', 'giay_moi', 'ban_sao', 'luat', 'nghi_dinh', 'thong_tu', 'cong_dien', 'khac'])), name='draft_words_are_listed'),
        ),
        migrations.AddConstraint(
            model_name='draftpaper',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('decider__in', ['tinh_uy', 'ban_thuong_vu', 'thuong_truc', 'ban_thuong_vu_cap_tren', 'dang_uy', 'chi_bo']), _negated=True), ('decider', None), models.Q(('state__in', ('dong_y', 'da_ky', 'da_cap_so')), _negated=True), ('carried_on__isnull', False), _connector='OR'), name='draft_of_a_body_was_voted'),
        ),
        migrations.AddConstraint(
            model_name='draftpaper',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('decider', 'trung_uong'), _negated=True), ('decider', None), models.Q(('state__in', ('dong_y', 'da_ky', 'da_cap_so')), _negated=True), ('centre_said__isnull', False), _connector='OR'), name='draft_of_the_centre_was_answered'),
        ),
        migrations.AddConstraint(
            model_name='draftpaper',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('signed_on__isnull', False), models.Q(('state', 'da_ky'), _negated=True), _connector='OR'), models.Q(('signed_on', None), ('state__in', ('da_ky', 'da_cap_so', 'thoi')), _connector='OR')), name='draft_signed_has_its_day'),
        ),
        migrations.AddConstraint(
            model_name='draftpaper',
            constraint=models.CheckConstraint(condition=models.Q(('signed_on', None), ('carried_on', None), ('signed_on__gte', models.F('carried_on')), _connector='OR'), name='draft_signed_once_agreed'),
        ),
        migrations.AddConstraint(
            model_name='draftstep',
            constraint=models.CheckConstraint(condition=models.Q(('verb__in', ['duyet_noi_dung', 'noi_dung_tra_lai', 'kiem_the_thuc', 'the_thuc_tra_lai', 'trinh', 'dong_y', 'chuyen_lai', 'xin_y_kien', 'xin_trung_uong', 'trung_uong_tra_loi', 'dua_ra_tap_the', 'hoan', 'thong_qua', 'khong_thong_qua', 'ghi_lai_ket_qua', 'ky', 'bo_ky', 'rut_lai', 'thoi', 'cap_so', 'noi_so', 'go_noi'])), name='draft_step_is_listed'),
        ),
        run_file(__file__, "signed_before_numbered"),
    ]
