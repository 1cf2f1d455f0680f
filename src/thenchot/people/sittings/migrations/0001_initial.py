import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.datetime
import thenchot.ground.basis.models.fields
from django.db import migrations, models

from thenchot.ground.basis.migrations.operations import Protect
from thenchot.ground.basis.migrations.operations.wall import Wall


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('drafting', '0002_bodies'),
        ('register', '0011_how_posts_are_held'),
    ]

    operations = [
        migrations.CreateModel(
            name='Sitting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('decider', models.TextField(choices=[('trung_uong', 'Trung ương'), ('tinh_uy', 'Ban Chấp hành Đảng bộ tỉnh'), ('ban_thuong_vu', 'Ban Thường vụ Tỉnh ủy'), ('thuong_truc', 'Thường trực Tỉnh ủy'), ('ban_thuong_vu_cap_tren', 'Ban Thường vụ cấp ủy cấp trên cơ sở'), ('dang_uy', 'Đảng ủy, tập thể lãnh đạo'), ('chi_bo', 'Chi bộ')])),
                ('way', models.TextField(choices=[('hop', 'Họp'), ('van_ban', 'Lấy ý kiến bằng văn bản')])),
                ('on_day', models.DateField()),
                ('place', thenchot.ground.basis.models.fields.VietnameseField(blank=True, default='')),
                ('chair', thenchot.ground.basis.models.fields.VietnameseField()),
                ('notice', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='concludes', to='drafting.draftpaper')),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sittings', to='register.organization')),
            ],
            options={
                'constraints': [
                    models.UniqueConstraint(condition=models.Q(('way', 'hop')), fields=('organization', 'decider', 'on_day'), name='sitting_once_a_day'),
                    models.CheckConstraint(condition=models.Q(('way__in', ['hop', 'van_ban']), ('decider__in', ['tinh_uy', 'ban_thuong_vu', 'thuong_truc', 'ban_thuong_vu_cap_tren', 'dang_uy', 'chi_bo'])), name='sitting_words_are_listed'),
                    models.CheckConstraint(condition=models.Q(models.Q(('chair', ''), _negated=True), models.Q(models.Q(('place', ''), _negated=True), models.Q(('way', 'hop'), _negated=True), _connector='OR')), name='sitting_has_a_place_and_a_chair'),
                ],
            },
        ),
        migrations.CreateModel(
            name='ItemHistory',
            fields=[
                ('id', models.BigIntegerField(db_index=True)),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('number', models.IntegerField()),
                ('outcome', models.TextField(choices=[('cho', 'Chưa biểu quyết'), ('thong_qua', 'Thông qua'), ('khong_thong_qua', 'Không thông qua'), ('hoan', 'Hoãn')])),
                ('members', models.IntegerField(blank=True, null=True)),
                ('agreed', models.IntegerField(blank=True, null=True)),
                ('against', models.IntegerField(blank=True, null=True)),
                ('silent', models.IntegerField(blank=True, null=True)),
                ('voted_on', models.DateField(blank=True, null=True)),
                ('reason', thenchot.ground.basis.models.fields.VietnameseField(blank=True, default='')),
                ('history_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('superseded_by', models.UUIDField()),
                ('superseded_how', models.CharField(max_length=1)),
                ('draft', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='drafting.draftpaper')),
                ('organization', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='register.organization')),
                ('unit', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='register.organization')),
                ('sitting', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='sittings.sitting')),
            ],
            options={
                'db_table': 'sittings_item_history',
                'ordering': ['history_id'],
            },
        ),
        migrations.CreateModel(
            name='Item',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('number', models.IntegerField()),
                ('outcome', models.TextField(choices=[('cho', 'Chưa biểu quyết'), ('thong_qua', 'Thông qua'), ('khong_thong_qua', 'Không thông qua'), ('hoan', 'Hoãn')])),
                ('members', models.IntegerField(blank=True, null=True)),
                ('agreed', models.IntegerField(blank=True, null=True)),
                ('against', models.IntegerField(blank=True, null=True)),
                ('silent', models.IntegerField(blank=True, null=True)),
                ('voted_on', models.DateField(blank=True, null=True)),
                ('reason', thenchot.ground.basis.models.fields.VietnameseField(blank=True, default='')),
                ('draft', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='items', to='drafting.draftpaper')),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.organization')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.organization')),
                ('sitting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='items', to='sittings.sitting')),
            ],
            options={
                'constraints': [
                    models.UniqueConstraint(fields=('sitting', 'draft'), name='item_once_in_a_sitting'),
                    models.UniqueConstraint(fields=('sitting', 'number'), name='item_number_once'),
                    models.UniqueConstraint(condition=models.Q(('outcome', 'cho')), fields=('draft',), name='draft_waits_in_one_sitting'),
                    models.CheckConstraint(condition=models.Q(('outcome__in', ['cho', 'thong_qua', 'khong_thong_qua', 'hoan']), ('number__gte', 1)), name='item_outcome_is_listed'),
                    models.CheckConstraint(condition=models.Q(models.Q(('against__gte', 0), ('agreed__gte', 0), ('members__gte', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(models.F('agreed'), '+', models.F('against')), '+', models.F('silent'))), ('outcome__in', ['thong_qua', 'khong_thong_qua']), ('silent__gte', 0), ('voted_on__isnull', False)), models.Q(('against', None), ('agreed', None), ('members', None), ('outcome__in', ['cho', 'hoan']), ('silent', None), ('voted_on', None)), _connector='OR'), name='item_votes_go_together'),
                    models.CheckConstraint(condition=models.Q(models.Q(('outcome', 'hoan'), _negated=True), models.Q(('reason', ''), _negated=True), _connector='OR'), name='item_postponed_for_a_reason'),
                ],
            },
        ),
        migrations.CreateModel(
            name='SittingHistory',
            fields=[
                ('id', models.BigIntegerField(db_index=True)),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('decider', models.TextField(choices=[('trung_uong', 'Trung ương'), ('tinh_uy', 'Ban Chấp hành Đảng bộ tỉnh'), ('ban_thuong_vu', 'Ban Thường vụ Tỉnh ủy'), ('thuong_truc', 'Thường trực Tỉnh ủy'), ('ban_thuong_vu_cap_tren', 'Ban Thường vụ cấp ủy cấp trên cơ sở'), ('dang_uy', 'Đảng ủy, tập thể lãnh đạo'), ('chi_bo', 'Chi bộ')])),
                ('way', models.TextField(choices=[('hop', 'Họp'), ('van_ban', 'Lấy ý kiến bằng văn bản')])),
                ('on_day', models.DateField()),
                ('place', thenchot.ground.basis.models.fields.VietnameseField(blank=True, default='')),
                ('chair', thenchot.ground.basis.models.fields.VietnameseField()),
                ('history_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('superseded_by', models.UUIDField()),
                ('superseded_how', models.CharField(max_length=1)),
                ('notice', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='drafting.draftpaper')),
                ('organization', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='register.organization')),
            ],
            options={
                'db_table': 'sittings_sitting_history',
                'ordering': ['history_id'],
            },
        ),
        migrations.CreateModel(
            name='Slip',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('said', models.TextField(choices=[('tan_thanh', 'Tán thành'), ('khong_tan_thanh', 'Không tán thành'), ('khong_y_kien', 'Không có ý kiến')])),
                ('returned_on', models.DateField()),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='slips', to='sittings.item')),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.organization')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='slips', to='register.person')),
            ],
            options={
                'constraints': [
                    models.UniqueConstraint(fields=('item', 'person'), name='slip_once'),
                    models.CheckConstraint(condition=models.Q(('said__in', ['tan_thanh', 'khong_tan_thanh', 'khong_y_kien'])), name='slip_is_listed'),
                ],
            },
        ),
        migrations.CreateModel(
            name='SlipHistory',
            fields=[
                ('id', models.BigIntegerField(db_index=True)),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('said', models.TextField(choices=[('tan_thanh', 'Tán thành'), ('khong_tan_thanh', 'Không tán thành'), ('khong_y_kien', 'Không có ý kiến')])),
                ('returned_on', models.DateField()),
                ('history_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('superseded_by', models.UUIDField()),
                ('superseded_how', models.CharField(max_length=1)),
                ('item', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='sittings.item')),
                ('organization', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='register.organization')),
                ('person', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='register.person')),
            ],
            options={
                'db_table': 'sittings_slip_history',
                'ordering': ['history_id'],
            },
        ),
        Protect("sitting"),
        Protect("item"),
        Protect("slip"),
        Wall("sitting", right="drafting.xem", units=("organization",)),
        Wall("item", right="drafting.xem", units=("organization", "unit")),
        Wall("slip", right="drafting.xem", units=("organization",)),
    ]
