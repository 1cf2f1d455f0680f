from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('basis', '0006_undo'),
        ('register', '0010_succession_share'),
    ]

    operations = [
        migrations.AddField(
            model_name='posting',
            name='came',
            field=models.TextField(blank=True, choices=[('bau', 'bầu'), ('chi_dinh', 'chỉ định'), ('chuan_y', 'chuẩn y'), ('bo_nhiem', 'bổ nhiệm'), ('dieu_dong', 'điều động')], null=True),
        ),
        migrations.AddField(
            model_name='posting',
            name='decider',
            field=models.TextField(blank=True, choices=[('trung_uong', 'Trung ương'), ('tinh_uy', 'Ban Chấp hành Đảng bộ tỉnh'), ('ban_thuong_vu', 'Ban Thường vụ Tỉnh ủy'), ('thuong_truc', 'Thường trực Tỉnh ủy'), ('ban_thuong_vu_cap_tren', 'Ban Thường vụ cấp ủy cấp trên cơ sở'), ('dang_uy', 'Đảng ủy, tập thể lãnh đạo'), ('chi_bo', 'Chi bộ')], null=True),
        ),
        migrations.AddField(
            model_name='posting',
            name='manner',
            field=models.TextField(blank=True, choices=[('chinh_thuc', 'chính thức'), ('kiem_nhiem', 'kiêm nhiệm'), ('quyen', 'quyền'), ('phu_trach', 'phụ trách')], null=True),
        ),
        migrations.AddField(
            model_name='postinghistory',
            name='came',
            field=models.TextField(blank=True, choices=[('bau', 'bầu'), ('chi_dinh', 'chỉ định'), ('chuan_y', 'chuẩn y'), ('bo_nhiem', 'bổ nhiệm'), ('dieu_dong', 'điều động')], null=True),
        ),
        migrations.AddField(
            model_name='postinghistory',
            name='decider',
            field=models.TextField(blank=True, choices=[('trung_uong', 'Trung ương'), ('tinh_uy', 'Ban Chấp hành Đảng bộ tỉnh'), ('ban_thuong_vu', 'Ban Thường vụ Tỉnh ủy'), ('thuong_truc', 'Thường trực Tỉnh ủy'), ('ban_thuong_vu_cap_tren', 'Ban Thường vụ cấp ủy cấp trên cơ sở'), ('dang_uy', 'Đảng ủy, tập thể lãnh đạo'), ('chi_bo', 'Chi bộ')], null=True),
        ),
        migrations.AddField(
            model_name='postinghistory',
            name='manner',
            field=models.TextField(blank=True, choices=[('chinh_thuc', 'chính thức'), ('kiem_nhiem', 'kiêm nhiệm'), ('quyen', 'quyền'), ('phu_trach', 'phụ trách')], null=True),
        ),
        migrations.AddConstraint(
            model_name='posting',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('manner', None), ('manner__in', ['chinh_thuc', 'kiem_nhiem', 'quyen', 'phu_trach']), _connector='OR'), models.Q(('came', None), ('came__in', ['bau', 'chi_dinh', 'chuan_y', 'bo_nhiem', 'dieu_dong']), _connector='OR'), models.Q(('decider', None), ('decider__in', ['trung_uong', 'tinh_uy', 'ban_thuong_vu', 'thuong_truc', 'ban_thuong_vu_cap_tren', 'dang_uy', 'chi_bo']), _connector='OR')), name='posting_manner_is_listed'),
        ),
    ]
