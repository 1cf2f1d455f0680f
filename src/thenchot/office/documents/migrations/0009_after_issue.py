import django.db.models.deletion
import django.db.models.functions.datetime
import thenchot.ground.basis.models.fields
from django.db import migrations, models

from thenchot.ground.basis.migrations.operations import Protect
from thenchot.ground.basis.migrations.operations.wall import Wall


class Migration(migrations.Migration):

    dependencies = [
        ('basis', '0010_exchanged_days'),
        ('documents', '0008_delegations'),
        ('register', '0011_how_posts_are_held'),
    ]

    operations = [
        migrations.CreateModel(
            name='Loan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('used_on', models.DateField()),
                ('used_by', thenchot.ground.basis.models.fields.VietnameseField()),
                ('allowed_by', thenchot.ground.basis.models.fields.VietnameseField()),
                ('returned_on', models.DateField(blank=True, null=True)),
                ('note', thenchot.ground.basis.models.fields.VietnameseField(blank=True, default='')),
            ],
        ),
        migrations.CreateModel(
            name='LoanHistory',
            fields=[
                ('id', models.BigIntegerField(db_index=True)),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('used_on', models.DateField()),
                ('used_by', thenchot.ground.basis.models.fields.VietnameseField()),
                ('allowed_by', thenchot.ground.basis.models.fields.VietnameseField()),
                ('returned_on', models.DateField(blank=True, null=True)),
                ('note', thenchot.ground.basis.models.fields.VietnameseField(blank=True, default='')),
                ('history_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('superseded_by', models.UUIDField()),
                ('superseded_how', models.CharField(max_length=1)),
            ],
            options={
                'db_table': 'documents_loan_history',
                'ordering': ['history_id'],
            },
        ),
        migrations.CreateModel(
            name='Posted',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('posted_on', models.DateField()),
                ('recipients', thenchot.ground.basis.models.fields.VietnameseField()),
                ('envelopes', models.IntegerField(default=1)),
                ('note', thenchot.ground.basis.models.fields.VietnameseField(blank=True, default='')),
            ],
        ),
        migrations.CreateModel(
            name='PostedHistory',
            fields=[
                ('id', models.BigIntegerField(db_index=True)),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('posted_on', models.DateField()),
                ('recipients', thenchot.ground.basis.models.fields.VietnameseField()),
                ('envelopes', models.IntegerField(default=1)),
                ('note', thenchot.ground.basis.models.fields.VietnameseField(blank=True, default='')),
                ('history_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('superseded_by', models.UUIDField()),
                ('superseded_how', models.CharField(max_length=1)),
            ],
            options={
                'db_table': 'documents_posted_history',
                'ordering': ['history_id'],
            },
        ),
        migrations.AddField(
            model_name='outgoing',
            name='paper_also_required',
            field=models.BooleanField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='outgoing',
            name='paper_received_on',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='outgoing',
            name='paper_sent_on',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='outgoinghistory',
            name='paper_also_required',
            field=models.BooleanField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='outgoinghistory',
            name='paper_received_on',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='outgoinghistory',
            name='paper_sent_on',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddConstraint(
            model_name='outgoing',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('paper_also_required', None), ('paper_received_on', None), ('paper_sent_on', None)), models.Q(('paper_also_required', True), ('paper_received_on', None), ('paper_sent_on', None)), models.Q(('paper_also_required', True), ('paper_received_on', None), ('paper_sent_on__gte', models.F('sent_on'))), models.Q(('paper_also_required', True), ('paper_received_on__gte', models.F('paper_sent_on')), ('paper_sent_on__gte', models.F('sent_on'))), _connector='OR'), name='paper_leg_follows'),
        ),
        migrations.AddField(
            model_name='loan',
            name='number',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='loans', to='documents.outgoing'),
        ),
        migrations.AddField(
            model_name='loan',
            name='organization',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.organization'),
        ),
        migrations.AddField(
            model_name='loanhistory',
            name='number',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='documents.outgoing'),
        ),
        migrations.AddField(
            model_name='loanhistory',
            name='organization',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='register.organization'),
        ),
        migrations.AddField(
            model_name='posted',
            name='number',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='postings', to='documents.outgoing'),
        ),
        migrations.AddField(
            model_name='posted',
            name='organization',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.organization'),
        ),
        migrations.AddField(
            model_name='postedhistory',
            name='number',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='documents.outgoing'),
        ),
        migrations.AddField(
            model_name='postedhistory',
            name='organization',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='register.organization'),
        ),
        migrations.AddConstraint(
            model_name='loan',
            constraint=models.UniqueConstraint(condition=models.Q(('returned_on', None)), fields=('number',), name='kept_copy_with_one_user'),
        ),
        migrations.AddConstraint(
            model_name='loan',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('used_by', ''), _negated=True), models.Q(('allowed_by', ''), _negated=True), models.Q(('returned_on', None), ('returned_on__gte', models.F('used_on')), _connector='OR')), name='loan_is_whole'),
        ),
        migrations.AddConstraint(
            model_name='posted',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('recipients', ''), _negated=True), ('envelopes__gte', 1)), name='posted_is_whole'),
        ),
        Protect("posted"),
        Wall("posted", right="documents.xem", units=("organization",)),
        Protect("loan"),
        Wall("loan", right="documents.xem", units=("organization",)),
    ]
