from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('documents', '0009_after_issue'),
        ('drafting', '0002_bodies'),
        ('register', '0011_how_posts_are_held'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='draftpaper',
            name='draft_words_are_listed',
        ),
        migrations.AlterField(
            model_name='draftpaper',
            name='signing',
            field=models.TextField(choices=[('truc_tiep', 'Người đứng đầu ký trực tiếp'), ('t_m', 'T/M – thay mặt tập thể'), ('k_t', 'K/T – ký thay người đứng đầu'), ('t_l', 'T/L – ký thừa lệnh'), ('tuq', 'TUQ – ký thừa ủy quyền')]),
        ),
        migrations.AlterField(
            model_name='draftpaperhistory',
            name='signing',
            field=models.TextField(choices=[('truc_tiep', 'Người đứng đầu ký trực tiếp'), ('t_m', 'T/M – thay mặt tập thể'), ('k_t', 'K/T – ký thay người đứng đầu'), ('t_l', 'T/L – ký thừa lệnh'), ('tuq', 'TUQ – ký thừa ủy quyền')]),
        ),
        migrations.AddConstraint(
            model_name='draftpaper',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['dang_soan', 'noi_dung', 'the_thuc', 'da_trinh', 'xin_y_kien', 'xin_trung_uong', 'cho_bieu_quyet', 'dong_y', 'da_cap_so', 'thoi']), ('signing__in', ['truc_tiep', 't_m', 'k_t', 't_l', 'tuq']), ('kind__in', ['quyet_dinh', 'nghi_quyet', 'ke_hoach', 'de_an', 'ket_luan', 'thong_bao', 'bao_cao', 'bien_ban', 'quy_dinh', 'huong_dan', 'dieu_le', 'danh_sach_ban_giao', 'chi_thi', 'quy_che', 'thong_tri', 'chuong_trinh', 'phuong_an', 'du_an', 'to_trinh', 'cong_van', 'giay_moi', 'ban_sao', 'luat', 'nghi_dinh', 'thong_tu', 'cong_dien', 'khac'])), name='draft_words_are_listed'),
        ),
    ]
