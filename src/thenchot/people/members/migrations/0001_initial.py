import django.db.models.deletion
import django.db.models.functions.datetime
import thenchot.ground.basis.models.constraints
import thenchot.ground.basis.models.fields
from django.db import migrations, models

from thenchot.ground.basis.migrations.operations import Protect


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('basis', '0003_parameter_and_clock'),
        ('register', '0006_employment_and_competence'),
    ]

    operations = [
        migrations.CreateModel(
            name='AdmissionHistory',
            fields=[
                ('id', models.BigIntegerField(db_index=True)),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('fixed_term', thenchot.ground.basis.models.fields.TermField(default=False)),
                ('effective', thenchot.ground.basis.models.fields.OneDayField()),
                ('history_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('superseded_by', models.UUIDField()),
                ('superseded_how', models.CharField(max_length=1)),
                ('basis', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='basis.instrument')),
                ('cell', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='register.organization')),
                ('ended_by', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='basis.instrument')),
                ('person', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='register.person')),
            ],
            options={
                'db_table': 'members_admission_history',
                'ordering': ['history_id'],
            },
        ),
        migrations.CreateModel(
            name='MembershipHistory',
            fields=[
                ('id', models.BigIntegerField(db_index=True)),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('effective', thenchot.ground.basis.models.fields.DayRangeField()),
                ('fixed_term', thenchot.ground.basis.models.fields.TermField(default=False)),
                ('status', models.TextField(choices=[('du_bi', 'Đảng viên dự bị'), ('chinh_thuc', 'Đảng viên chính thức'), ('mien', 'Đảng viên được miễn công tác và sinh hoạt đảng')])),
                ('history_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('superseded_by', models.UUIDField()),
                ('superseded_how', models.CharField(max_length=1)),
                ('basis', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='basis.instrument')),
                ('cell', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='register.organization')),
                ('ended_by', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='basis.instrument')),
                ('person', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='register.person')),
            ],
            options={
                'db_table': 'members_membership_history',
                'ordering': ['history_id'],
            },
        ),
        migrations.CreateModel(
            name='MovementHistory',
            fields=[
                ('id', models.BigIntegerField(db_index=True)),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('fixed_term', thenchot.ground.basis.models.fields.TermField(default=False)),
                ('effective', thenchot.ground.basis.models.fields.OneDayField()),
                ('way', models.TextField(choices=[('ban_giao', 'Có khi bàn giao sổ'), ('ket_nap', 'Kết nạp'), ('chuyen_den', 'Chuyển đến từ ngoài tỉnh'), ('chuyen_trong_tinh', 'Chuyển sinh hoạt trong tỉnh'), ('cong_nhan', 'Công nhận chính thức'), ('chuyen_di', 'Chuyển đi ngoài tỉnh'), ('tu_tran', 'Từ trần'), ('xoa_ten', 'Xóa tên'), ('xin_ra', 'Xin ra khỏi Đảng'), ('khai_tru', 'Khai trừ')])),
                ('history_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('superseded_by', models.UUIDField()),
                ('superseded_how', models.CharField(max_length=1)),
                ('basis', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='basis.instrument')),
                ('ended_by', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='basis.instrument')),
                ('from_cell', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='register.organization')),
                ('person', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='register.person')),
                ('to_cell', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='register.organization')),
            ],
            options={
                'db_table': 'members_movement_history',
                'ordering': ['history_id'],
            },
        ),
        migrations.CreateModel(
            name='PartyDaysHistory',
            fields=[
                ('id', models.BigIntegerField(db_index=True)),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('effective', thenchot.ground.basis.models.fields.DayRangeField()),
                ('fixed_term', thenchot.ground.basis.models.fields.TermField(default=False)),
                ('admitted_on', models.DateField()),
                ('joined_on', models.DateField()),
                ('official_on', models.DateField(blank=True, null=True)),
                ('history_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('superseded_by', models.UUIDField()),
                ('superseded_how', models.CharField(max_length=1)),
                ('basis', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='basis.instrument')),
                ('ended_by', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='basis.instrument')),
                ('person', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='register.person')),
            ],
            options={
                'db_table': 'members_partydays_history',
                'ordering': ['history_id'],
            },
        ),
        migrations.CreateModel(
            name='Admission',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('fixed_term', thenchot.ground.basis.models.fields.TermField(default=False)),
                ('effective', thenchot.ground.basis.models.fields.OneDayField()),
                ('basis', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='basis.instrument')),
                ('cell', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='admissions', to='register.organization')),
                ('ended_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='basis.instrument')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='admissions', to='register.person')),
            ],
            options={
                'constraints': [thenchot.ground.basis.models.constraints.TemporalKey('person', name='admission_decided_once_a_day')],
            },
        ),
        migrations.CreateModel(
            name='Membership',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('effective', thenchot.ground.basis.models.fields.DayRangeField()),
                ('fixed_term', thenchot.ground.basis.models.fields.TermField(default=False)),
                ('status', models.TextField(choices=[('du_bi', 'Đảng viên dự bị'), ('chinh_thuc', 'Đảng viên chính thức'), ('mien', 'Đảng viên được miễn công tác và sinh hoạt đảng')])),
                ('basis', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='basis.instrument')),
                ('cell', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='register.organization')),
                ('ended_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='basis.instrument')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='register.person')),
            ],
            options={
                'constraints': [thenchot.ground.basis.models.constraints.TemporalKey('person', name='membership_in_one_cell_a_day'), models.CheckConstraint(condition=models.Q(('status__in', ['du_bi', 'chinh_thuc', 'mien'])), name='membership_status_is_listed')],
            },
        ),
        migrations.CreateModel(
            name='Movement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('fixed_term', thenchot.ground.basis.models.fields.TermField(default=False)),
                ('effective', thenchot.ground.basis.models.fields.OneDayField()),
                ('way', models.TextField(choices=[('ban_giao', 'Có khi bàn giao sổ'), ('ket_nap', 'Kết nạp'), ('chuyen_den', 'Chuyển đến từ ngoài tỉnh'), ('chuyen_trong_tinh', 'Chuyển sinh hoạt trong tỉnh'), ('cong_nhan', 'Công nhận chính thức'), ('chuyen_di', 'Chuyển đi ngoài tỉnh'), ('tu_tran', 'Từ trần'), ('xoa_ten', 'Xóa tên'), ('xin_ra', 'Xin ra khỏi Đảng'), ('khai_tru', 'Khai trừ')])),
                ('basis', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='basis.instrument')),
                ('ended_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='basis.instrument')),
                ('from_cell', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='movements_out', to='register.organization')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='movements', to='register.person')),
                ('to_cell', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='movements_in', to='register.organization')),
            ],
            options={
                'constraints': [thenchot.ground.basis.models.constraints.TemporalKey('person', 'way', name='movement_said_once'), models.CheckConstraint(condition=models.Q(models.Q(('from_cell', None), ('to_cell__isnull', False), ('way__in', ['ban_giao', 'chuyen_den', 'ket_nap'])), models.Q(('from_cell__isnull', False), ('to_cell', None), ('way__in', ['chuyen_di', 'khai_tru', 'tu_tran', 'xin_ra', 'xoa_ten'])), models.Q(('from_cell', models.F('to_cell')), ('way', 'cong_nhan')), models.Q(('from_cell__isnull', False), ('to_cell__isnull', False), ('way', 'chuyen_trong_tinh'), models.Q(('from_cell', models.F('to_cell')), _negated=True)), _connector='OR'), name='movement_goes_where_its_way_says')],
            },
        ),
        migrations.CreateModel(
            name='PartyDays',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('effective', thenchot.ground.basis.models.fields.DayRangeField()),
                ('fixed_term', thenchot.ground.basis.models.fields.TermField(default=False)),
                ('admitted_on', models.DateField()),
                ('joined_on', models.DateField()),
                ('official_on', models.DateField(blank=True, null=True)),
                ('basis', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='basis.instrument')),
                ('ended_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='basis.instrument')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='party_days', to='register.person')),
            ],
            options={
                'constraints': [thenchot.ground.basis.models.constraints.TemporalKey('person', name='party_days_one_state_a_day'), models.CheckConstraint(condition=models.Q(('joined_on__gte', models.F('admitted_on')), models.Q(('official_on', None), ('official_on__gte', models.F('joined_on')), _connector='OR')), name='party_days_in_order')],
            },
        ),
        migrations.AddConstraint(
            model_name='admission',
            constraint=thenchot.ground.basis.models.constraints.TemporalReference('cell', name='admission_while_cell_exists', to='register.OrganizationSpell.organization'),
        ),
        migrations.AddConstraint(
            model_name='admission',
            constraint=thenchot.ground.basis.models.constraints.TemporalReference('person', name='admission_while_person_recorded', to='register.PersonSpell.person'),
        ),
        migrations.AddConstraint(
            model_name='membership',
            constraint=thenchot.ground.basis.models.constraints.TemporalReference('cell', name='membership_while_cell_exists', to='register.OrganizationSpell.organization'),
        ),
        migrations.AddConstraint(
            model_name='membership',
            constraint=thenchot.ground.basis.models.constraints.TemporalReference('person', name='membership_while_person_recorded', to='register.PersonSpell.person'),
        ),
        migrations.AddConstraint(
            model_name='movement',
            constraint=thenchot.ground.basis.models.constraints.TemporalReference('to_cell', name='movement_while_cell_exists', to='register.OrganizationSpell.organization'),
        ),
        migrations.AddConstraint(
            model_name='partydays',
            constraint=thenchot.ground.basis.models.constraints.TemporalReference('person', name='party_days_while_person_recorded', to='register.PersonSpell.person'),
        ),
        Protect('admission'),
        Protect('membership'),
        Protect('partydays'),
        Protect('movement'),
    ]
