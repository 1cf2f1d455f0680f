from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('basis', '0003_parameter_and_clock'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='instrument',
            name='instrument_kind_is_listed',
        ),
        migrations.AlterField(
            model_name='instrument',
            name='kind',
            field=models.TextField(choices=[('quyet_dinh', 'Quyết định'), ('nghi_quyet', 'Nghị quyết'), ('ke_hoach', 'Kế hoạch'), ('de_an', 'Đề án'), ('ket_luan', 'Kết luận'), ('thong_bao', 'Thông báo'), ('bao_cao', 'Báo cáo'), ('bien_ban', 'Biên bản'), ('quy_dinh', 'Quy định'), ('huong_dan', 'Hướng dẫn'), ('dieu_le', 'Điều lệ'), ('danh_sach_ban_giao', 'Danh sách bàn giao'), ('khac', 'Văn bản khác')]),
        ),
        migrations.AlterField(
            model_name='instrumenthistory',
            name='kind',
            field=models.TextField(choices=[('quyet_dinh', 'Quyết định'), ('nghi_quyet', 'Nghị quyết'), ('ke_hoach', 'Kế hoạch'), ('de_an', 'Đề án'), ('ket_luan', 'Kết luận'), ('thong_bao', 'Thông báo'), ('bao_cao', 'Báo cáo'), ('bien_ban', 'Biên bản'), ('quy_dinh', 'Quy định'), ('huong_dan', 'Hướng dẫn'), ('dieu_le', 'Điều lệ'), ('danh_sach_ban_giao', 'Danh sách bàn giao'), ('khac', 'Văn bản khác')]),
        ),
        migrations.AddConstraint(
            model_name='instrument',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['quyet_dinh', 'nghi_quyet', 'ke_hoach', 'de_an', 'ket_luan', 'thong_bao', 'bao_cao', 'bien_ban', 'quy_dinh', 'huong_dan', 'dieu_le', 'danh_sach_ban_giao', 'khac'])), name='instrument_kind_is_listed'),
        ),
    ]
