import django.db.models.deletion
import django.db.models.functions.datetime
from django.db import migrations, models

from thenchot.ground.basis.migrations.operations import Protect
from thenchot.ground.basis.migrations.operations.wall import Wall


class Migration(migrations.Migration):

    dependencies = [
        ('documents', '0006_shelf'),
        ('drafting', '0001_initial'),
        ('register', '0011_how_posts_are_held'),
    ]

    operations = [
        migrations.CreateModel(
            name='DraftPerson',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
            ],
        ),
        migrations.CreateModel(
            name='DraftPersonHistory',
            fields=[
                ('id', models.BigIntegerField(db_index=True)),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('history_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('superseded_by', models.UUIDField()),
                ('superseded_how', models.CharField(max_length=1)),
            ],
            options={
                'db_table': 'drafting_draftperson_history',
                'ordering': ['history_id'],
            },
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
            name='carried_on',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='draftpaper',
            name='centre_asked',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='drafts_asking', to='documents.outgoing'),
        ),
        migrations.AddField(
            model_name='draftpaper',
            name='centre_said',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='drafts_answered', to='documents.incoming'),
        ),
        migrations.AddField(
            model_name='draftpaper',
            name='decider',
            field=models.TextField(blank=True, choices=[('trung_uong', 'Trung ương'), ('tinh_uy', 'Ban Chấp hành Đảng bộ tỉnh'), ('ban_thuong_vu', 'Ban Thường vụ Tỉnh ủy'), ('thuong_truc', 'Thường trực Tỉnh ủy'), ('ban_thuong_vu_cap_tren', 'Ban Thường vụ cấp ủy cấp trên cơ sở'), ('dang_uy', 'Đảng ủy, tập thể lãnh đạo'), ('chi_bo', 'Chi bộ')], null=True),
        ),
        migrations.AddField(
            model_name='draftpaper',
            name='matter',
            field=models.TextField(blank=True, choices=[('bo_nhiem', 'Bổ nhiệm, giới thiệu ứng cử'), ('ky_luat', 'Kỷ luật'), ('danh_gia', 'Đánh giá, xếp loại'), ('luong', 'Nâng lương, xếp lương'), ('nghi_phep', 'Nghỉ phép, đi nước ngoài'), ('khen_thuong', 'Khen thưởng, Huy hiệu Đảng')], null=True),
        ),
        migrations.AddField(
            model_name='draftpaper',
            name='tier',
            field=models.TextField(blank=True, choices=[('trung_uong', 'Trung ương quản lý'), ('ban_thuong_vu', 'Ban Thường vụ Tỉnh ủy quản lý'), ('thuong_truc', 'Thường trực quản lý'), ('dang_uy', 'Đảng ủy, tập thể lãnh đạo quản lý'), ('cap_xa', 'Cấp xã quản lý')], null=True),
        ),
        migrations.AddField(
            model_name='draftpaperhistory',
            name='carried_on',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='draftpaperhistory',
            name='centre_asked',
            field=models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='documents.outgoing'),
        ),
        migrations.AddField(
            model_name='draftpaperhistory',
            name='centre_said',
            field=models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='documents.incoming'),
        ),
        migrations.AddField(
            model_name='draftpaperhistory',
            name='decider',
            field=models.TextField(blank=True, choices=[('trung_uong', 'Trung ương'), ('tinh_uy', 'Ban Chấp hành Đảng bộ tỉnh'), ('ban_thuong_vu', 'Ban Thường vụ Tỉnh ủy'), ('thuong_truc', 'Thường trực Tỉnh ủy'), ('ban_thuong_vu_cap_tren', 'Ban Thường vụ cấp ủy cấp trên cơ sở'), ('dang_uy', 'Đảng ủy, tập thể lãnh đạo'), ('chi_bo', 'Chi bộ')], null=True),
        ),
        migrations.AddField(
            model_name='draftpaperhistory',
            name='matter',
            field=models.TextField(blank=True, choices=[('bo_nhiem', 'Bổ nhiệm, giới thiệu ứng cử'), ('ky_luat', 'Kỷ luật'), ('danh_gia', 'Đánh giá, xếp loại'), ('luong', 'Nâng lương, xếp lương'), ('nghi_phep', 'Nghỉ phép, đi nước ngoài'), ('khen_thuong', 'Khen thưởng, Huy hiệu Đảng')], null=True),
        ),
        migrations.AddField(
            model_name='draftpaperhistory',
            name='tier',
            field=models.TextField(blank=True, choices=[('trung_uong', 'Trung ương quản lý'), ('ban_thuong_vu', 'Ban Thường vụ Tỉnh ủy quản lý'), ('thuong_truc', 'Thường trực quản lý'), ('dang_uy', 'Đảng ủy, tập thể lãnh đạo quản lý'), ('cap_xa', 'Cấp xã quản lý')], null=True),
        ),
        migrations.AlterField(
            model_name='draftpaper',
            name='state',
            field=models.TextField(choices=[('dang_soan', 'Đang soạn'), ('noi_dung', 'Đã duyệt nội dung'), ('the_thuc', 'Đã kiểm tra thể thức'), ('da_trinh', 'Đã trình'), ('xin_y_kien', 'Đang xin ý kiến cấp trên'), ('xin_trung_uong', 'Đang xin ý kiến Trung ương'), ('cho_bieu_quyet', 'Đã đưa ra tập thể, chờ biểu quyết'), ('dong_y', 'Đã đồng ý, chờ số'), ('da_cap_so', 'Đã cấp số'), ('thoi', 'Thôi không ban hành')]),
        ),
        migrations.AlterField(
            model_name='draftpaperhistory',
            name='state',
            field=models.TextField(choices=[('dang_soan', 'Đang soạn'), ('noi_dung', 'Đã duyệt nội dung'), ('the_thuc', 'Đã kiểm tra thể thức'), ('da_trinh', 'Đã trình'), ('xin_y_kien', 'Đang xin ý kiến cấp trên'), ('xin_trung_uong', 'Đang xin ý kiến Trung ương'), ('cho_bieu_quyet', 'Đã đưa ra tập thể, chờ biểu quyết'), ('dong_y', 'Đã đồng ý, chờ số'), ('da_cap_so', 'Đã cấp số'), ('thoi', 'Thôi không ban hành')]),
        ),
        migrations.AlterField(
            model_name='draftstep',
            name='verb',
            field=models.TextField(choices=[('duyet_noi_dung', 'Duyệt nội dung'), ('noi_dung_tra_lai', 'Chuyển lại về nội dung'), ('kiem_the_thuc', 'Xác nhận đúng thể thức'), ('the_thuc_tra_lai', 'Chuyển lại về thể thức'), ('trinh', 'Trình lãnh đạo'), ('dong_y', 'Đồng ý'), ('chuyen_lai', 'Chuyển lại, nêu lý do'), ('xin_y_kien', 'Xin ý kiến cấp trên'), ('xin_trung_uong', 'Xin ý kiến Trung ương'), ('trung_uong_tra_loi', 'Trung ương đã cho ý kiến'), ('dua_ra_tap_the', 'Đưa ra tập thể'), ('hoan', 'Hoãn, rút khỏi chương trình'), ('thong_qua', 'Tập thể tán thành'), ('khong_thong_qua', 'Không đủ số tán thành'), ('ghi_lai_ket_qua', 'Kết quả ghi nhầm, ghi lại'), ('rut_lai', 'Rút lại để sửa'), ('thoi', 'Thôi không ban hành'), ('cap_so', 'Cấp số')]),
        ),
        migrations.AlterField(
            model_name='draftstephistory',
            name='verb',
            field=models.TextField(choices=[('duyet_noi_dung', 'Duyệt nội dung'), ('noi_dung_tra_lai', 'Chuyển lại về nội dung'), ('kiem_the_thuc', 'Xác nhận đúng thể thức'), ('the_thuc_tra_lai', 'Chuyển lại về thể thức'), ('trinh', 'Trình lãnh đạo'), ('dong_y', 'Đồng ý'), ('chuyen_lai', 'Chuyển lại, nêu lý do'), ('xin_y_kien', 'Xin ý kiến cấp trên'), ('xin_trung_uong', 'Xin ý kiến Trung ương'), ('trung_uong_tra_loi', 'Trung ương đã cho ý kiến'), ('dua_ra_tap_the', 'Đưa ra tập thể'), ('hoan', 'Hoãn, rút khỏi chương trình'), ('thong_qua', 'Tập thể tán thành'), ('khong_thong_qua', 'Không đủ số tán thành'), ('ghi_lai_ket_qua', 'Kết quả ghi nhầm, ghi lại'), ('rut_lai', 'Rút lại để sửa'), ('thoi', 'Thôi không ban hành'), ('cap_so', 'Cấp số')]),
        ),
        migrations.AddConstraint(
            model_name='draftpaper',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['dang_soan', 'noi_dung', 'the_thuc', 'da_trinh', 'xin_y_kien', 'xin_trung_uong', 'cho_bieu_quyet', 'dong_y', 'da_cap_so', 'thoi']), ('signing__in', ['truc_tiep', 't_m', 'k_t', 't_l']), ('kind__in', ['quyet_dinh', 'nghi_quyet', 'ke_hoach', 'de_an', 'ket_luan', 'thong_bao', 'bao_cao', 'bien_ban', 'quy_dinh', 'huong_dan', 'dieu_le', 'danh_sach_ban_giao', 'chi_thi', 'quy_che', 'thong_tri', 'chuong_trinh', 'phuong_an', 'du_an', 'to_trinh', 'cong_van', 'giay_moi', 'ban_sao', 'luat', 'nghi_dinh', 'thong_tu', 'cong_dien', 'khac'])), name='draft_words_are_listed'),
        ),
        migrations.AddConstraint(
            model_name='draftpaper',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('matter', None), ('matter__in', ['bo_nhiem', 'ky_luat', 'danh_gia', 'luong', 'nghi_phep', 'khen_thuong']), _connector='OR'), models.Q(('tier', None), ('tier__in', ['trung_uong', 'ban_thuong_vu', 'thuong_truc', 'dang_uy', 'cap_xa']), _connector='OR'), models.Q(('decider', None), ('decider__in', ['trung_uong', 'tinh_uy', 'ban_thuong_vu', 'thuong_truc', 'ban_thuong_vu_cap_tren', 'dang_uy', 'chi_bo']), _connector='OR'), models.Q(models.Q(('matter', None), ('tier', None)), models.Q(('decider__isnull', False), ('matter__isnull', False), ('tier__isnull', False)), _connector='OR')), name='draft_decider_is_listed'),
        ),
        migrations.AddConstraint(
            model_name='draftpaper',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('decider__in', ['tinh_uy', 'ban_thuong_vu', 'thuong_truc', 'ban_thuong_vu_cap_tren', 'dang_uy', 'chi_bo']), _negated=True), ('decider', None), models.Q(('state__in', ('dong_y', 'da_cap_so')), _negated=True), ('carried_on__isnull', False), _connector='OR'), name='draft_of_a_body_was_voted'),
        ),
        migrations.AddConstraint(
            model_name='draftpaper',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('decider', 'trung_uong'), _negated=True), ('decider', None), models.Q(('state__in', ('dong_y', 'da_cap_so')), _negated=True), ('centre_said__isnull', False), _connector='OR'), name='draft_of_the_centre_was_answered'),
        ),
        migrations.AddConstraint(
            model_name='draftpaper',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('centre_asked__isnull', False), models.Q(('state', 'xin_trung_uong'), _negated=True), _connector='OR'), models.Q(('centre_said', None), ('centre_asked__isnull', False), _connector='OR')), name='draft_asks_the_centre_by_a_paper'),
        ),
        migrations.AddConstraint(
            model_name='draftstep',
            constraint=models.CheckConstraint(condition=models.Q(('verb__in', ['duyet_noi_dung', 'noi_dung_tra_lai', 'kiem_the_thuc', 'the_thuc_tra_lai', 'trinh', 'dong_y', 'chuyen_lai', 'xin_y_kien', 'xin_trung_uong', 'trung_uong_tra_loi', 'dua_ra_tap_the', 'hoan', 'thong_qua', 'khong_thong_qua', 'ghi_lai_ket_qua', 'rut_lai', 'thoi', 'cap_so'])), name='draft_step_is_listed'),
        ),
        migrations.AddField(
            model_name='draftperson',
            name='draft',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='people', to='drafting.draftpaper'),
        ),
        migrations.AddField(
            model_name='draftperson',
            name='person',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='drafts_about', to='register.person'),
        ),
        migrations.AddField(
            model_name='draftperson',
            name='unit',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.organization'),
        ),
        migrations.AddField(
            model_name='draftpersonhistory',
            name='draft',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='drafting.draftpaper'),
        ),
        migrations.AddField(
            model_name='draftpersonhistory',
            name='person',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='register.person'),
        ),
        migrations.AddField(
            model_name='draftpersonhistory',
            name='unit',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='register.organization'),
        ),
        migrations.AddConstraint(
            model_name='draftperson',
            constraint=models.UniqueConstraint(fields=('draft', 'person'), name='draft_person_once'),
        ),
        Protect("draftperson"),
        Wall("draftperson", right="drafting.xem", units=("unit",)),
    ]
