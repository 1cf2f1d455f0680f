import django.db.models.deletion
import django.db.models.functions.datetime
import thenchot.ground.basis.models.fields
from django.db import migrations, models

from thenchot.ground.basis.migrations.operations import Protect, run_file
from thenchot.ground.basis.migrations.operations.wall import Wall


class Migration(migrations.Migration):

    dependencies = [
        ('basis', '0011_files_stay'),
        ('drafting', '0005_signing'),
        ('register', '0011_how_posts_are_held'),
    ]

    operations = [
        migrations.CreateModel(
            name='SubmissionPiece',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('kind', models.TextField(choices=[('to_trinh', 'Tờ trình'), ('trich_ngang', 'Danh sách trích ngang'), ('y_kien', 'Văn bản cho ý kiến'), ('khac', 'Tài liệu khác')])),
                ('title', thenchot.ground.basis.models.fields.VietnameseField()),
                ('issuer', thenchot.ground.basis.models.fields.VietnameseField()),
                ('dated_on', models.DateField(blank=True, null=True)),
                ('file_sha256', models.CharField(blank=True, default='', max_length=64)),
                ('words', thenchot.ground.basis.models.fields.VietnameseField(blank=True, default='')),
                ('taken_out_on', models.DateField(blank=True, null=True)),
                ('reason', thenchot.ground.basis.models.fields.VietnameseField(blank=True, default='')),
                ('draft', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='pieces', to='drafting.draftpaper')),
                ('paper', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='pieces', to='basis.instrument')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.organization')),
            ],
            options={
                'indexes': [
                    models.Index(fields=['file_sha256'], name='submission_piece_by_file'),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('kind__in', ['to_trinh', 'trich_ngang', 'y_kien', 'khac']), models.Q(('title', ''), _negated=True), models.Q(('issuer', ''), _negated=True)), name='submission_piece_is_described'),
                    models.CheckConstraint(condition=models.Q(models.Q(('file_sha256', ''), ('paper', None)), models.Q(('paper', None), ('words', '')), models.Q(('file_sha256', ''), ('words', '')), _connector='OR'), name='submission_piece_is_one_thing'),
                    models.CheckConstraint(condition=models.Q(models.Q(('reason', ''), ('taken_out_on', None)), models.Q(('taken_out_on__isnull', False), models.Q(('reason', ''), _negated=True)), _connector='OR'), name='submission_piece_taken_out_for_a_reason'),
                ],
            },
        ),
        migrations.CreateModel(
            name='SubmissionPieceHistory',
            fields=[
                ('id', models.BigIntegerField(db_index=True)),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('kind', models.TextField(choices=[('to_trinh', 'Tờ trình'), ('trich_ngang', 'Danh sách trích ngang'), ('y_kien', 'Văn bản cho ý kiến'), ('khac', 'Tài liệu khác')])),
                ('title', thenchot.ground.basis.models.fields.VietnameseField()),
                ('issuer', thenchot.ground.basis.models.fields.VietnameseField()),
                ('dated_on', models.DateField(blank=True, null=True)),
                ('file_sha256', models.CharField(blank=True, default='', max_length=64)),
                ('words', thenchot.ground.basis.models.fields.VietnameseField(blank=True, default='')),
                ('taken_out_on', models.DateField(blank=True, null=True)),
                ('reason', thenchot.ground.basis.models.fields.VietnameseField(blank=True, default='')),
                ('history_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('superseded_by', models.UUIDField()),
                ('superseded_how', models.CharField(max_length=1)),
                ('draft', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='drafting.draftpaper')),
                ('paper', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='basis.instrument')),
                ('unit', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='register.organization')),
            ],
            options={
                'db_table': 'drafting_submissionpiece_history',
                'ordering': ['history_id'],
            },
        ),
        Protect("submissionpiece"),
        Wall("submissionpiece", right="drafting.xem", units=("unit",)),
        run_file(__file__, "pieces"),
    ]
