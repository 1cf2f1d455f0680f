import django.db.models.deletion
import django.db.models.functions.datetime
import django.db.models.functions.text
import django.db.models.lookups
import thenchot.ground.basis.models.constraints
import thenchot.ground.basis.models.fields
from django.db import migrations, models

from thenchot.ground.basis.migrations.operations import Protect
from thenchot.ground.basis.migrations.operations.wall import Wall


class Migration(migrations.Migration):

    dependencies = [
        ('basis', '0005_sight'),
        ('members', '0003_walls'),
        ('register', '0009_origin'),
    ]

    operations = [
        migrations.CreateModel(
            name='ConsentHistory',
            fields=[
                ('id', models.BigIntegerField(db_index=True)),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('fixed_term', thenchot.ground.basis.models.fields.TermField(default=False)),
                ('effective', thenchot.ground.basis.models.fields.OneDayField()),
                ('about', models.TextField(choices=[('ket_nap_tren_tuoi', 'Kết nạp người trên mức tuổi')])),
                ('history_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('superseded_by', models.UUIDField()),
                ('superseded_how', models.CharField(max_length=1)),
                ('basis', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='basis.instrument')),
                ('ended_by', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='basis.instrument')),
                ('person', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='register.person')),
            ],
            options={
                'db_table': 'members_consent_history',
                'ordering': ['history_id'],
            },
        ),
        migrations.CreateModel(
            name='ReportedChangeHistory',
            fields=[
                ('id', models.BigIntegerField(db_index=True)),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('what', models.TextField(choices=[('chuyen_den', 'Chuyển đến'), ('chuyen_di', 'Chuyển đi'), ('tu_tran', 'Từ trần'), ('xin_ra', 'Xin ra khỏi Đảng'), ('sai_thong_tin', 'Sai thông tin'), ('viec_khac', 'Việc khác')])),
                ('on_day', models.DateField(blank=True, null=True)),
                ('words', thenchot.ground.basis.models.fields.VietnameseField(blank=True, default='')),
                ('reported_by', models.TextField()),
                ('reporter', thenchot.ground.basis.models.fields.VietnameseField()),
                ('reported_on', models.DateField()),
                ('state', models.TextField(choices=[('cho', 'Chờ xác nhận'), ('xac_nhan', 'Đã xác nhận'), ('tra_lai', 'Trả lại')], default='cho')),
                ('answer', thenchot.ground.basis.models.fields.VietnameseField(blank=True, default='')),
                ('answered_by', models.TextField(blank=True, default='')),
                ('answerer', thenchot.ground.basis.models.fields.VietnameseField(blank=True, default='')),
                ('answered_on', models.DateField(blank=True, null=True)),
                ('history_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('superseded_by', models.UUIDField()),
                ('superseded_how', models.CharField(max_length=1)),
                ('cell', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='register.organization')),
                ('person', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='register.person')),
            ],
            options={
                'db_table': 'members_reportedchange_history',
                'ordering': ['history_id'],
            },
        ),
        migrations.CreateModel(
            name='Consent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('fixed_term', thenchot.ground.basis.models.fields.TermField(default=False)),
                ('effective', thenchot.ground.basis.models.fields.OneDayField()),
                ('about', models.TextField(choices=[('ket_nap_tren_tuoi', 'Kết nạp người trên mức tuổi')])),
                ('basis', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='basis.instrument')),
                ('ended_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='basis.instrument')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='consents', to='register.person')),
            ],
            options={
                'constraints': [thenchot.ground.basis.models.constraints.TemporalKey('person', 'about', name='consent_said_once'), models.CheckConstraint(condition=models.Q(('about__in', ['ket_nap_tren_tuoi'])), name='consent_is_listed')],
            },
        ),
        migrations.CreateModel(
            name='ReportedChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('what', models.TextField(choices=[('chuyen_den', 'Chuyển đến'), ('chuyen_di', 'Chuyển đi'), ('tu_tran', 'Từ trần'), ('xin_ra', 'Xin ra khỏi Đảng'), ('sai_thong_tin', 'Sai thông tin'), ('viec_khac', 'Việc khác')])),
                ('on_day', models.DateField(blank=True, null=True)),
                ('words', thenchot.ground.basis.models.fields.VietnameseField(blank=True, default='')),
                ('reported_by', models.TextField()),
                ('reporter', thenchot.ground.basis.models.fields.VietnameseField()),
                ('reported_on', models.DateField()),
                ('state', models.TextField(choices=[('cho', 'Chờ xác nhận'), ('xac_nhan', 'Đã xác nhận'), ('tra_lai', 'Trả lại')], default='cho')),
                ('answer', thenchot.ground.basis.models.fields.VietnameseField(blank=True, default='')),
                ('answered_by', models.TextField(blank=True, default='')),
                ('answerer', thenchot.ground.basis.models.fields.VietnameseField(blank=True, default='')),
                ('answered_on', models.DateField(blank=True, null=True)),
                ('cell', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reported_changes', to='register.organization')),
                ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='reported_changes', to='register.person')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('what__in', ['chuyen_den', 'chuyen_di', 'tu_tran', 'xin_ra', 'sai_thong_tin', 'viec_khac']), ('state__in', ['cho', 'xac_nhan', 'tra_lai'])), name='reported_change_is_listed'), models.CheckConstraint(condition=models.Q(models.Q(('person', None), ('what', 'chuyen_den')), models.Q(('person__isnull', False), ('what__in', ['chuyen_di', 'tu_tran', 'xin_ra'])), ('what__in', ['sai_thong_tin', 'viec_khac']), _connector='OR'), name='reported_change_names_whom'), models.CheckConstraint(condition=models.Q(('what__in', ['chuyen_di', 'tu_tran', 'xin_ra']), models.Q(('words', ''), _negated=True), _connector='OR'), name='reported_change_is_told'), models.CheckConstraint(condition=models.Q(django.db.models.lookups.LessThanOrEqual(django.db.models.functions.text.Length('words'), 1000), django.db.models.lookups.LessThanOrEqual(django.db.models.functions.text.Length('answer'), 1000)), name='reported_change_is_short'), models.CheckConstraint(condition=models.Q(models.Q(('answer', ''), ('answered_by', ''), ('answered_on', None), ('state', 'cho')), models.Q(models.Q(('state', 'cho'), _negated=True), models.Q(('answered_by', ''), _negated=True), ('answered_on__isnull', False)), _connector='OR'), name='reported_change_is_answered_by_somebody'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'tra_lai'), _negated=True), models.Q(('answer', ''), _negated=True), _connector='OR'), name='reported_change_is_returned_with_reason'), models.UniqueConstraint(condition=models.Q(('state', 'cho')), fields=('cell', 'person', 'what'), name='reported_change_waits_once')],
            },
        ),
        migrations.AddConstraint(
            model_name='consent',
            constraint=thenchot.ground.basis.models.constraints.TemporalReference('person', name='consent_while_person_recorded', to='register.PersonSpell.person'),
        ),
        Protect("consent"),
        Protect("reportedchange"),
        Wall("consent", right="members.xem", person="person", by="file"),
        Wall("reportedchange", right="members.xem", units=("cell",)),
    ]
