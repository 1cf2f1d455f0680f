import django.db.models.deletion
import django.db.models.functions.datetime
import thenchot.ground.basis.models.constraints
import thenchot.ground.basis.models.fields
from django.db import migrations, models

from thenchot.ground.basis.migrations.operations import Protect
from thenchot.ground.basis.migrations.operations.wall import Wall


class Migration(migrations.Migration):

    dependencies = [
        ('basis', '0008_registers'),
        ('documents', '0001_initial'),
        ('register', '0011_how_posts_are_held'),
    ]

    operations = [
        migrations.CreateModel(
            name='Copy',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('number', models.IntegerField()),
                ('kind', models.TextField(choices=[('sao_y', 'Sao y'), ('sao_luc', 'Sao lục'), ('trich_sao', 'Trích sao')])),
                ('copied_from', thenchot.ground.basis.models.fields.VietnameseField(blank=True, default='')),
                ('extract', thenchot.ground.basis.models.fields.VietnameseField(blank=True, default='')),
                ('given_on', models.DateField()),
                ('signer', thenchot.ground.basis.models.fields.VietnameseField()),
                ('recipients', thenchot.ground.basis.models.fields.VietnameseField(blank=True, default='')),
                ('copies', models.IntegerField(default=1)),
                ('note', thenchot.ground.basis.models.fields.VietnameseField(blank=True, default='')),
                ('cancelled', thenchot.ground.basis.models.fields.VietnameseField(blank=True, default='')),
            ],
        ),
        migrations.CreateModel(
            name='CopyHistory',
            fields=[
                ('id', models.BigIntegerField(db_index=True)),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('number', models.IntegerField()),
                ('kind', models.TextField(choices=[('sao_y', 'Sao y'), ('sao_luc', 'Sao lục'), ('trich_sao', 'Trích sao')])),
                ('copied_from', thenchot.ground.basis.models.fields.VietnameseField(blank=True, default='')),
                ('extract', thenchot.ground.basis.models.fields.VietnameseField(blank=True, default='')),
                ('given_on', models.DateField()),
                ('signer', thenchot.ground.basis.models.fields.VietnameseField()),
                ('recipients', thenchot.ground.basis.models.fields.VietnameseField(blank=True, default='')),
                ('copies', models.IntegerField(default=1)),
                ('note', thenchot.ground.basis.models.fields.VietnameseField(blank=True, default='')),
                ('cancelled', thenchot.ground.basis.models.fields.VietnameseField(blank=True, default='')),
                ('history_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('superseded_by', models.UUIDField()),
                ('superseded_how', models.CharField(max_length=1)),
            ],
            options={
                'db_table': 'documents_copy_history',
                'ordering': ['history_id'],
            },
        ),
        migrations.CreateModel(
            name='Dossier',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('year', models.SmallIntegerField()),
                ('code', thenchot.ground.basis.models.fields.VietnameseField()),
                ('heading', thenchot.ground.basis.models.fields.VietnameseField(blank=True, default='')),
                ('title', thenchot.ground.basis.models.fields.VietnameseField()),
                ('subject', thenchot.ground.basis.models.fields.VietnameseField()),
                ('keep_years', models.SmallIntegerField(blank=True, null=True)),
                ('keeper', thenchot.ground.basis.models.fields.VietnameseField(blank=True, default='')),
                ('state', models.TextField(choices=[('trong_danh_muc', 'Trong danh mục, chưa mở'), ('dang_lap', 'Đang lập'), ('da_ket_thuc', 'Đã kết thúc')], default='trong_danh_muc')),
                ('opened_on', models.DateField(blank=True, null=True)),
                ('closed_on', models.DateField(blank=True, null=True)),
                ('note', thenchot.ground.basis.models.fields.VietnameseField(blank=True, default='')),
            ],
        ),
        migrations.CreateModel(
            name='DossierHistory',
            fields=[
                ('id', models.BigIntegerField(db_index=True)),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('year', models.SmallIntegerField()),
                ('code', thenchot.ground.basis.models.fields.VietnameseField()),
                ('heading', thenchot.ground.basis.models.fields.VietnameseField(blank=True, default='')),
                ('title', thenchot.ground.basis.models.fields.VietnameseField()),
                ('subject', thenchot.ground.basis.models.fields.VietnameseField()),
                ('keep_years', models.SmallIntegerField(blank=True, null=True)),
                ('keeper', thenchot.ground.basis.models.fields.VietnameseField(blank=True, default='')),
                ('state', models.TextField(choices=[('trong_danh_muc', 'Trong danh mục, chưa mở'), ('dang_lap', 'Đang lập'), ('da_ket_thuc', 'Đã kết thúc')], default='trong_danh_muc')),
                ('opened_on', models.DateField(blank=True, null=True)),
                ('closed_on', models.DateField(blank=True, null=True)),
                ('note', thenchot.ground.basis.models.fields.VietnameseField(blank=True, default='')),
                ('history_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('superseded_by', models.UUIDField()),
                ('superseded_how', models.CharField(max_length=1)),
            ],
            options={
                'db_table': 'documents_dossier_history',
                'ordering': ['history_id'],
            },
        ),
        migrations.CreateModel(
            name='Filed',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('sheets', models.IntegerField(blank=True, null=True)),
                ('filed_on', models.DateField()),
                ('note', thenchot.ground.basis.models.fields.VietnameseField(blank=True, default='')),
            ],
        ),
        migrations.CreateModel(
            name='FiledHistory',
            fields=[
                ('id', models.BigIntegerField(db_index=True)),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('sheets', models.IntegerField(blank=True, null=True)),
                ('filed_on', models.DateField()),
                ('note', thenchot.ground.basis.models.fields.VietnameseField(blank=True, default='')),
                ('history_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('superseded_by', models.UUIDField()),
                ('superseded_how', models.CharField(max_length=1)),
            ],
            options={
                'db_table': 'documents_filed_history',
                'ordering': ['history_id'],
            },
        ),
        migrations.CreateModel(
            name='Retention',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('effective', thenchot.ground.basis.models.fields.DayRangeField()),
                ('fixed_term', thenchot.ground.basis.models.fields.TermField(default=False)),
                ('subject', thenchot.ground.basis.models.fields.VietnameseField()),
                ('keep_years', models.SmallIntegerField(blank=True, null=True)),
                ('clause', thenchot.ground.basis.models.fields.VietnameseField(blank=True, default='')),
                ('verified', models.BooleanField()),
                ('basis', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='basis.instrument')),
                ('ended_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='basis.instrument')),
            ],
            options={
                'constraints': [
                    models.CheckConstraint(condition=models.Q(models.Q(('subject', ''), _negated=True), models.Q(('keep_years', None), ('keep_years__gte', 1), _connector='OR')), name='retention_is_whole'),
                ],
            },
        ),
        migrations.CreateModel(
            name='RetentionHistory',
            fields=[
                ('id', models.BigIntegerField(db_index=True)),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('effective', thenchot.ground.basis.models.fields.DayRangeField()),
                ('fixed_term', thenchot.ground.basis.models.fields.TermField(default=False)),
                ('subject', thenchot.ground.basis.models.fields.VietnameseField()),
                ('keep_years', models.SmallIntegerField(blank=True, null=True)),
                ('clause', thenchot.ground.basis.models.fields.VietnameseField(blank=True, default='')),
                ('verified', models.BooleanField()),
                ('history_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('superseded_by', models.UUIDField()),
                ('superseded_how', models.CharField(max_length=1)),
                ('basis', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='basis.instrument')),
                ('ended_by', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='basis.instrument')),
            ],
            options={
                'db_table': 'documents_retention_history',
                'ordering': ['history_id'],
            },
        ),
        migrations.AddField(
            model_name='series',
            name='book',
            field=models.TextField(blank=True, choices=[('noi_bo', 'Sổ văn bản nội bộ'), ('sao', 'Sổ sao văn bản')], null=True),
        ),
        migrations.AddField(
            model_name='serieshistory',
            name='book',
            field=models.TextField(blank=True, choices=[('noi_bo', 'Sổ văn bản nội bộ'), ('sao', 'Sổ sao văn bản')], null=True),
        ),
        migrations.AddConstraint(
            model_name='series',
            constraint=models.CheckConstraint(condition=models.Q(('book', None), ('book__in', ['noi_bo', 'sao']), _connector='OR'), name='series_book_is_listed'),
        ),
        migrations.AddField(
            model_name='copy',
            name='basis',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='basis.instrument'),
        ),
        migrations.AddField(
            model_name='copy',
            name='organization',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='papers_copied', to='register.organization'),
        ),
        migrations.AddField(
            model_name='copy',
            name='series',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='papers_copied', to='documents.series'),
        ),
        migrations.AddField(
            model_name='copyhistory',
            name='basis',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='basis.instrument'),
        ),
        migrations.AddField(
            model_name='copyhistory',
            name='organization',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='register.organization'),
        ),
        migrations.AddField(
            model_name='copyhistory',
            name='series',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='documents.series'),
        ),
        migrations.AddField(
            model_name='dossier',
            name='basis',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='basis.instrument'),
        ),
        migrations.AddField(
            model_name='dossier',
            name='organization',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='dossiers', to='register.organization'),
        ),
        migrations.AddField(
            model_name='dossierhistory',
            name='basis',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='basis.instrument'),
        ),
        migrations.AddField(
            model_name='dossierhistory',
            name='organization',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='register.organization'),
        ),
        migrations.AddField(
            model_name='filed',
            name='basis',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='basis.instrument'),
        ),
        migrations.AddField(
            model_name='filed',
            name='dossier',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='papers', to='documents.dossier'),
        ),
        migrations.AddField(
            model_name='filed',
            name='organization',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.organization'),
        ),
        migrations.AddField(
            model_name='filedhistory',
            name='basis',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='basis.instrument'),
        ),
        migrations.AddField(
            model_name='filedhistory',
            name='dossier',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='documents.dossier'),
        ),
        migrations.AddField(
            model_name='filedhistory',
            name='organization',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='register.organization'),
        ),
        migrations.AddConstraint(
            model_name='copy',
            constraint=models.UniqueConstraint(fields=('series', 'number'), name='copy_number_given_once'),
        ),
        migrations.AddConstraint(
            model_name='copy',
            constraint=models.CheckConstraint(condition=models.Q(('copies__gte', 1), ('kind__in', ['sao_y', 'sao_luc', 'trich_sao']), ('number__gte', 1), models.Q(('signer', ''), _negated=True)), name='copy_is_whole'),
        ),
        migrations.AddConstraint(
            model_name='copy',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('copied_from', ''), ('extract', ''), ('kind', 'sao_y')), models.Q(('extract', ''), ('kind', 'sao_luc'), models.Q(('copied_from', ''), _negated=True)), models.Q(('copied_from', ''), ('kind', 'trich_sao'), models.Q(('extract', ''), _negated=True)), _connector='OR'), name='copy_says_what_its_kind_asks'),
        ),
        migrations.AddConstraint(
            model_name='dossier',
            constraint=models.UniqueConstraint(fields=('organization', 'year', 'code'), name='dossier_code_once_a_year'),
        ),
        migrations.AddConstraint(
            model_name='dossier',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('code', ''), _negated=True), models.Q(('title', ''), _negated=True), models.Q(('subject', ''), _negated=True), models.Q(('keep_years', None), ('keep_years__gte', 1), _connector='OR')), name='dossier_is_whole'),
        ),
        migrations.AddConstraint(
            model_name='dossier',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('closed_on', None), ('opened_on', None), ('state', 'trong_danh_muc')), models.Q(('closed_on', None), ('opened_on__isnull', False), ('state', 'dang_lap')), models.Q(('closed_on__gte', models.F('opened_on')), ('state', 'da_ket_thuc')), _connector='OR'), name='dossier_days_follow_its_state'),
        ),
        migrations.AddConstraint(
            model_name='filed',
            constraint=models.UniqueConstraint(fields=('dossier', 'basis'), name='paper_filed_once'),
        ),
        migrations.AddConstraint(
            model_name='filed',
            constraint=models.CheckConstraint(condition=models.Q(('sheets', None), ('sheets__gte', 1), _connector='OR'), name='filed_sheets_from_one'),
        ),
        migrations.AddConstraint(
            model_name='retention',
            constraint=thenchot.ground.basis.models.constraints.TemporalKey('subject', name='retention_one_a_day'),
        ),
        Protect("copy"),
        Protect("retention"),
        Protect("dossier"),
        Protect("filed"),
        Wall("copy", right="documents.xem", units=("organization",)),
        Wall("retention", whole=True),
        Wall("dossier", right="documents.xem", units=("organization",)),
        Wall("filed", right="documents.xem", units=("organization",)),
    ]
