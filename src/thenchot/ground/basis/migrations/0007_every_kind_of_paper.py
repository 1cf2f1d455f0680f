from django.db import migrations, models

from thenchot.ground.basis.migrations.operations import run_file


class Migration(migrations.Migration):

    dependencies = [
        ('basis', '0006_undo'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='instrument',
            name='instrument_kind_is_listed',
        ),
        migrations.AlterField(
            model_name='instrument',
            name='kind',
            field=models.TextField(choices=[('quyet_dinh', 'Quyết định'), ('nghi_quyet', 'Nghị quyết'), ('ke_hoach', 'Kế hoạch'), ('de_an', 'Đề án'), ('ket_luan', 'Kết luận'), ('thong_bao', 'Thông báo'), ('bao_cao', 'Báo cáo'), ('bien_ban', 'Biên bản'), ('quy_dinh', 'Quy định'), ('huong_dan', 'Hướng dẫn'), ('dieu_le', 'Điều lệ'), ('danh_sach_ban_giao', 'Danh sách bàn giao'), ('chi_thi', 'Chỉ thị'), ('quy_che', 'Quy chế'), ('thong_tri', 'Thông tri'), ('chuong_trinh', 'Chương trình'), ('phuong_an', 'Phương án'), ('du_an', 'Dự án'), ('to_trinh', 'Tờ trình'), ('cong_van', 'Công văn'), ('giay_moi', 'Giấy mời'), ('ban_sao', 'Bản sao'), ('luat', 'Luật'), ('nghi_dinh', 'Nghị định'), ('thong_tu', 'Thông tư'), ('cong_dien', 'Công điện'), ('khac', 'Văn bản khác')]),
        ),
        migrations.AlterField(
            model_name='instrumenthistory',
            name='kind',
            field=models.TextField(choices=[('quyet_dinh', 'Quyết định'), ('nghi_quyet', 'Nghị quyết'), ('ke_hoach', 'Kế hoạch'), ('de_an', 'Đề án'), ('ket_luan', 'Kết luận'), ('thong_bao', 'Thông báo'), ('bao_cao', 'Báo cáo'), ('bien_ban', 'Biên bản'), ('quy_dinh', 'Quy định'), ('huong_dan', 'Hướng dẫn'), ('dieu_le', 'Điều lệ'), ('danh_sach_ban_giao', 'Danh sách bàn giao'), ('chi_thi', 'Chỉ thị'), ('quy_che', 'Quy chế'), ('thong_tri', 'Thông tri'), ('chuong_trinh', 'Chương trình'), ('phuong_an', 'Phương án'), ('du_an', 'Dự án'), ('to_trinh', 'Tờ trình'), ('cong_van', 'Công văn'), ('giay_moi', 'Giấy mời'), ('ban_sao', 'Bản sao'), ('luat', 'Luật'), ('nghi_dinh', 'Nghị định'), ('thong_tu', 'Thông tư'), ('cong_dien', 'Công điện'), ('khac', 'Văn bản khác')]),
        ),
        migrations.AddConstraint(
            model_name='instrument',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['quyet_dinh', 'nghi_quyet', 'ke_hoach', 'de_an', 'ket_luan', 'thong_bao', 'bao_cao', 'bien_ban', 'quy_dinh', 'huong_dan', 'dieu_le', 'danh_sach_ban_giao', 'chi_thi', 'quy_che', 'thong_tri', 'chuong_trinh', 'phuong_an', 'du_an', 'to_trinh', 'cong_van', 'giay_moi', 'ban_sao', 'luat', 'nghi_dinh', 'thong_tu', 'cong_dien', 'khac'])), name='instrument_kind_is_listed'),
        ),
        run_file(__file__, "public_kinds"),
    ]
