from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('basis', '0003_parameter_and_clock'),
        ('register', '0006_employment_and_competence'),
    ]

    operations = [
        migrations.AddConstraint(
            model_name='competence',
            constraint=models.CheckConstraint(condition=models.Q(('decider__in', ['trung_uong', 'tinh_uy', 'ban_thuong_vu', 'thuong_truc', 'ban_thuong_vu_cap_tren', 'dang_uy', 'chi_bo']), ('matter__in', ['bo_nhiem', 'ky_luat', 'danh_gia', 'luong', 'nghi_phep', 'khen_thuong']), ('tier__in', ['trung_uong', 'ban_thuong_vu', 'thuong_truc', 'dang_uy', 'cap_xa'])), name='competence_is_listed'),
        ),
        migrations.AddConstraint(
            model_name='organizationspell',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['dang_bo_tinh', 'dang_bo_cap_tren', 'dang_bo_co_so', 'chi_bo_co_so', 'dang_bo_bo_phan', 'chi_bo', 'to_dang', 'co_quan', 'phong_ban', 'don_vi_su_nghiep', 'ban_chi_dao', 'hoi_dong', 'to_giup_viec', 'doan_kiem_tra', 'tieu_ban']), ('level__in', ['tinh', 'huyen', 'xa', 'co_so'])), name='organization_kind_is_listed'),
        ),
        migrations.AddConstraint(
            model_name='personspell',
            constraint=models.CheckConstraint(condition=models.Q(('sex__in', ['nam', 'nu'])), name='person_sex_is_listed'),
        ),
        migrations.AddConstraint(
            model_name='postspell',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['cap_truong', 'cap_pho', 'khac']), models.Q(('tier', None), ('tier__in', ['trung_uong', 'ban_thuong_vu', 'thuong_truc', 'dang_uy', 'cap_xa']), _connector='OR')), name='post_kind_is_listed'),
        ),
        migrations.AddConstraint(
            model_name='succession',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['sap_nhap', 'hop_nhat'])), name='succession_kind_is_listed'),
        ),
    ]
