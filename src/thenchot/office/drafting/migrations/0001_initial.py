import django.db.models.deletion
import django.db.models.functions.datetime
import thenchot.ground.basis.models.fields
from django.db import migrations, models

from thenchot.ground.basis.migrations.operations import Protect
from thenchot.ground.basis.migrations.operations.wall import Wall


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('documents', '0001_initial'),
        ('register', '0011_how_posts_are_held'),
    ]

    operations = [
        migrations.CreateModel(
            name='DraftPaper',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('kind', models.TextField(choices=[('quyet_dinh', 'Quyết định'), ('nghi_quyet', 'Nghị quyết'), ('ke_hoach', 'Kế hoạch'), ('de_an', 'Đề án'), ('ket_luan', 'Kết luận'), ('thong_bao', 'Thông báo'), ('bao_cao', 'Báo cáo'), ('bien_ban', 'Biên bản'), ('quy_dinh', 'Quy định'), ('huong_dan', 'Hướng dẫn'), ('dieu_le', 'Điều lệ'), ('danh_sach_ban_giao', 'Danh sách bàn giao'), ('chi_thi', 'Chỉ thị'), ('quy_che', 'Quy chế'), ('thong_tri', 'Thông tri'), ('chuong_trinh', 'Chương trình'), ('phuong_an', 'Phương án'), ('du_an', 'Dự án'), ('to_trinh', 'Tờ trình'), ('cong_van', 'Công văn'), ('giay_moi', 'Giấy mời'), ('ban_sao', 'Bản sao'), ('luat', 'Luật'), ('nghi_dinh', 'Nghị định'), ('thong_tu', 'Thông tư'), ('cong_dien', 'Công điện'), ('khac', 'Văn bản khác')])),
                ('abstract', thenchot.ground.basis.models.fields.VietnameseField()),
                ('parent', thenchot.ground.basis.models.fields.VietnameseField(blank=True, default='')),
                ('issuer', thenchot.ground.basis.models.fields.VietnameseField()),
                ('place', thenchot.ground.basis.models.fields.VietnameseField(blank=True, default='')),
                ('addressee', thenchot.ground.basis.models.fields.VietnameseField(blank=True, default='')),
                ('recipients', thenchot.ground.basis.models.fields.VietnameseField(blank=True, default='')),
                ('signing', models.TextField(choices=[('truc_tiep', 'Người đứng đầu ký trực tiếp'), ('t_m', 'T/M – thay mặt tập thể'), ('k_t', 'K/T – ký thay người đứng đầu'), ('t_l', 'T/L – ký thừa lệnh')])),
                ('authority', thenchot.ground.basis.models.fields.VietnameseField(blank=True, default='')),
                ('position', thenchot.ground.basis.models.fields.VietnameseField()),
                ('signer', thenchot.ground.basis.models.fields.VietnameseField()),
                ('due_on', models.DateField(blank=True, null=True)),
                ('state', models.TextField(choices=[('dang_soan', 'Đang soạn'), ('noi_dung', 'Đã duyệt nội dung'), ('the_thuc', 'Đã kiểm tra thể thức'), ('da_trinh', 'Đã trình'), ('xin_y_kien', 'Đang xin ý kiến cấp trên'), ('dong_y', 'Đã đồng ý, chờ số'), ('da_cap_so', 'Đã cấp số'), ('thoi', 'Thôi không ban hành')])),
                ('proposal', thenchot.ground.basis.models.fields.VietnameseField(blank=True, default='')),
                ('grounds', thenchot.ground.basis.models.fields.VietnameseField(blank=True, default='')),
                ('opinions_told', thenchot.ground.basis.models.fields.VietnameseField(blank=True, default='')),
                ('differences', thenchot.ground.basis.models.fields.VietnameseField(blank=True, default='')),
                ('answers', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='drafts', to='documents.incoming')),
                ('number', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='drafts', to='documents.outgoing')),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='drafts_to_issue', to='register.organization')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='drafts_written', to='register.organization')),
            ],
            options={
                'indexes': [
                    models.Index(models.F('organization'), models.F('state'), name='draft_by_state'),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('state__in', ['dang_soan', 'noi_dung', 'the_thuc', 'da_trinh', 'xin_y_kien', 'dong_y', 'da_cap_so', 'thoi']), ('signing__in', ['truc_tiep', 't_m', 'k_t', 't_l']), ('kind__in', ['quyet_dinh', 'nghi_quyet', 'ke_hoach', 'de_an', 'ket_luan', 'thong_bao', 'bao_cao', 'bien_ban', 'quy_dinh', 'huong_dan', 'dieu_le', 'danh_sach_ban_giao', 'chi_thi', 'quy_che', 'thong_tri', 'chuong_trinh', 'phuong_an', 'du_an', 'to_trinh', 'cong_van', 'giay_moi', 'ban_sao', 'luat', 'nghi_dinh', 'thong_tu', 'cong_dien', 'khac'])), name='draft_words_are_listed'),
                    models.CheckConstraint(condition=models.Q(models.Q(('abstract', ''), _negated=True), models.Q(('issuer', ''), _negated=True), models.Q(('position', ''), _negated=True), models.Q(('signer', ''), _negated=True)), name='draft_says_who_signs_what'),
                    models.CheckConstraint(condition=models.Q(models.Q(('authority', ''), ('signing', 'truc_tiep')), models.Q(models.Q(('signing', 'truc_tiep'), _negated=True), models.Q(('authority', ''), _negated=True)), _connector='OR'), name='draft_authority_under_its_sign'),
                    models.CheckConstraint(condition=models.Q(models.Q(('number__isnull', False), ('state', 'da_cap_so')), models.Q(models.Q(('state', 'da_cap_so'), _negated=True), ('number', None)), _connector='OR'), name='draft_numbered_has_its_number'),
                    models.UniqueConstraint(fields=('number',), name='number_of_one_draft'),
                ],
            },
        ),
        migrations.CreateModel(
            name='DraftOpinionHistory',
            fields=[
                ('id', models.BigIntegerField(db_index=True)),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('version', models.IntegerField()),
                ('said_by', thenchot.ground.basis.models.fields.VietnameseField()),
                ('said_on', models.DateField()),
                ('agrees', models.BooleanField()),
                ('opinion', thenchot.ground.basis.models.fields.VietnameseField(blank=True, default='')),
                ('history_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('superseded_by', models.UUIDField()),
                ('superseded_how', models.CharField(max_length=1)),
                ('unit', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='register.organization')),
                ('draft', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='drafting.draftpaper')),
            ],
            options={
                'db_table': 'drafting_draftopinion_history',
                'ordering': ['history_id'],
            },
        ),
        migrations.CreateModel(
            name='DraftOpinion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('version', models.IntegerField()),
                ('said_by', thenchot.ground.basis.models.fields.VietnameseField()),
                ('said_on', models.DateField()),
                ('agrees', models.BooleanField()),
                ('opinion', thenchot.ground.basis.models.fields.VietnameseField(blank=True, default='')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.organization')),
                ('draft', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='opinions', to='drafting.draftpaper')),
            ],
            options={
                'constraints': [
                    models.CheckConstraint(condition=models.Q(models.Q(('said_by', ''), _negated=True), models.Q(('agrees', True), models.Q(('opinion', ''), _negated=True), _connector='OR')), name='draft_opinion_says_what_differs'),
                ],
            },
        ),
        migrations.CreateModel(
            name='DraftPaperHistory',
            fields=[
                ('id', models.BigIntegerField(db_index=True)),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('kind', models.TextField(choices=[('quyet_dinh', 'Quyết định'), ('nghi_quyet', 'Nghị quyết'), ('ke_hoach', 'Kế hoạch'), ('de_an', 'Đề án'), ('ket_luan', 'Kết luận'), ('thong_bao', 'Thông báo'), ('bao_cao', 'Báo cáo'), ('bien_ban', 'Biên bản'), ('quy_dinh', 'Quy định'), ('huong_dan', 'Hướng dẫn'), ('dieu_le', 'Điều lệ'), ('danh_sach_ban_giao', 'Danh sách bàn giao'), ('chi_thi', 'Chỉ thị'), ('quy_che', 'Quy chế'), ('thong_tri', 'Thông tri'), ('chuong_trinh', 'Chương trình'), ('phuong_an', 'Phương án'), ('du_an', 'Dự án'), ('to_trinh', 'Tờ trình'), ('cong_van', 'Công văn'), ('giay_moi', 'Giấy mời'), ('ban_sao', 'Bản sao'), ('luat', 'Luật'), ('nghi_dinh', 'Nghị định'), ('thong_tu', 'Thông tư'), ('cong_dien', 'Công điện'), ('khac', 'Văn bản khác')])),
                ('abstract', thenchot.ground.basis.models.fields.VietnameseField()),
                ('parent', thenchot.ground.basis.models.fields.VietnameseField(blank=True, default='')),
                ('issuer', thenchot.ground.basis.models.fields.VietnameseField()),
                ('place', thenchot.ground.basis.models.fields.VietnameseField(blank=True, default='')),
                ('addressee', thenchot.ground.basis.models.fields.VietnameseField(blank=True, default='')),
                ('recipients', thenchot.ground.basis.models.fields.VietnameseField(blank=True, default='')),
                ('signing', models.TextField(choices=[('truc_tiep', 'Người đứng đầu ký trực tiếp'), ('t_m', 'T/M – thay mặt tập thể'), ('k_t', 'K/T – ký thay người đứng đầu'), ('t_l', 'T/L – ký thừa lệnh')])),
                ('authority', thenchot.ground.basis.models.fields.VietnameseField(blank=True, default='')),
                ('position', thenchot.ground.basis.models.fields.VietnameseField()),
                ('signer', thenchot.ground.basis.models.fields.VietnameseField()),
                ('due_on', models.DateField(blank=True, null=True)),
                ('state', models.TextField(choices=[('dang_soan', 'Đang soạn'), ('noi_dung', 'Đã duyệt nội dung'), ('the_thuc', 'Đã kiểm tra thể thức'), ('da_trinh', 'Đã trình'), ('xin_y_kien', 'Đang xin ý kiến cấp trên'), ('dong_y', 'Đã đồng ý, chờ số'), ('da_cap_so', 'Đã cấp số'), ('thoi', 'Thôi không ban hành')])),
                ('proposal', thenchot.ground.basis.models.fields.VietnameseField(blank=True, default='')),
                ('grounds', thenchot.ground.basis.models.fields.VietnameseField(blank=True, default='')),
                ('opinions_told', thenchot.ground.basis.models.fields.VietnameseField(blank=True, default='')),
                ('differences', thenchot.ground.basis.models.fields.VietnameseField(blank=True, default='')),
                ('history_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('superseded_by', models.UUIDField()),
                ('superseded_how', models.CharField(max_length=1)),
                ('answers', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='documents.incoming')),
                ('number', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='documents.outgoing')),
                ('organization', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='register.organization')),
                ('unit', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='register.organization')),
            ],
            options={
                'db_table': 'drafting_draftpaper_history',
                'ordering': ['history_id'],
            },
        ),
        migrations.CreateModel(
            name='DraftStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('verb', models.TextField(choices=[('duyet_noi_dung', 'Duyệt nội dung'), ('noi_dung_tra_lai', 'Chuyển lại về nội dung'), ('kiem_the_thuc', 'Xác nhận đúng thể thức'), ('the_thuc_tra_lai', 'Chuyển lại về thể thức'), ('trinh', 'Trình lãnh đạo'), ('dong_y', 'Đồng ý'), ('chuyen_lai', 'Chuyển lại, nêu lý do'), ('xin_y_kien', 'Xin ý kiến cấp trên'), ('rut_lai', 'Rút lại để sửa'), ('thoi', 'Thôi không ban hành'), ('cap_so', 'Cấp số')])),
                ('version', models.IntegerField()),
                ('on_day', models.DateField()),
                ('words', thenchot.ground.basis.models.fields.VietnameseField(blank=True, default='')),
                ('written_by', models.TextField()),
                ('draft', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='drafting.draftpaper')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.organization')),
            ],
            options={
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('verb__in', ['duyet_noi_dung', 'noi_dung_tra_lai', 'kiem_the_thuc', 'the_thuc_tra_lai', 'trinh', 'dong_y', 'chuyen_lai', 'xin_y_kien', 'rut_lai', 'thoi', 'cap_so'])), name='draft_step_is_listed'),
                ],
            },
        ),
        migrations.CreateModel(
            name='DraftStepHistory',
            fields=[
                ('id', models.BigIntegerField(db_index=True)),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('verb', models.TextField(choices=[('duyet_noi_dung', 'Duyệt nội dung'), ('noi_dung_tra_lai', 'Chuyển lại về nội dung'), ('kiem_the_thuc', 'Xác nhận đúng thể thức'), ('the_thuc_tra_lai', 'Chuyển lại về thể thức'), ('trinh', 'Trình lãnh đạo'), ('dong_y', 'Đồng ý'), ('chuyen_lai', 'Chuyển lại, nêu lý do'), ('xin_y_kien', 'Xin ý kiến cấp trên'), ('rut_lai', 'Rút lại để sửa'), ('thoi', 'Thôi không ban hành'), ('cap_so', 'Cấp số')])),
                ('version', models.IntegerField()),
                ('on_day', models.DateField()),
                ('words', thenchot.ground.basis.models.fields.VietnameseField(blank=True, default='')),
                ('written_by', models.TextField()),
                ('history_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('superseded_by', models.UUIDField()),
                ('superseded_how', models.CharField(max_length=1)),
                ('draft', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='drafting.draftpaper')),
                ('unit', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='register.organization')),
            ],
            options={
                'db_table': 'drafting_draftstep_history',
                'ordering': ['history_id'],
            },
        ),
        migrations.CreateModel(
            name='DraftVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('number', models.IntegerField()),
                ('text', thenchot.ground.basis.models.fields.VietnameseField()),
                ('note', thenchot.ground.basis.models.fields.VietnameseField(blank=True, default='')),
                ('written_by', models.TextField()),
                ('draft', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='versions', to='drafting.draftpaper')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.organization')),
            ],
            options={
                'constraints': [
                    models.UniqueConstraint(fields=('draft', 'number'), name='draft_version_once'),
                    models.CheckConstraint(condition=models.Q(('number__gte', 1), models.Q(('text', ''), _negated=True)), name='draft_version_has_a_text'),
                ],
            },
        ),
        migrations.CreateModel(
            name='DraftVersionHistory',
            fields=[
                ('id', models.BigIntegerField(db_index=True)),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('number', models.IntegerField()),
                ('text', thenchot.ground.basis.models.fields.VietnameseField()),
                ('note', thenchot.ground.basis.models.fields.VietnameseField(blank=True, default='')),
                ('written_by', models.TextField()),
                ('history_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('superseded_by', models.UUIDField()),
                ('superseded_how', models.CharField(max_length=1)),
                ('draft', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='drafting.draftpaper')),
                ('unit', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='register.organization')),
            ],
            options={
                'db_table': 'drafting_draftversion_history',
                'ordering': ['history_id'],
            },
        ),
        Protect("draftpaper"),
        Protect("draftversion"),
        Protect("draftopinion"),
        Protect("draftstep"),
        Wall("draftpaper", right="drafting.xem", units=("unit",)),
        Wall("draftversion", right="drafting.xem", units=("unit",)),
        Wall("draftopinion", right="drafting.xem", units=("unit",)),
        Wall("draftstep", right="drafting.xem", units=("unit",)),
    ]
