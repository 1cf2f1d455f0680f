import django.db.models.deletion
import django.db.models.functions.datetime
import thenchot.ground.basis.models.fields
from django.db import migrations, models

from thenchot.ground.basis.migrations.operations import Protect
from thenchot.ground.basis.migrations.operations.wall import Wall


class Migration(migrations.Migration):

    dependencies = [
        ('documents', '0012_series_and_leads'),
        ('register', '0011_how_posts_are_held'),
    ]

    operations = [
        migrations.CreateModel(
            name='DeliveryHistory',
            fields=[
                ('id', models.BigIntegerField(db_index=True)),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('recipient', thenchot.ground.basis.models.fields.VietnameseField()),
                ('channel', models.TextField(choices=[('giay', 'Bản giấy'), ('mang', 'Mạng của Đảng'), ('thu_dien_tu', 'Thư điện tử công vụ')])),
                ('sent_on', models.DateField()),
                ('received_on', models.DateField(blank=True, null=True)),
                ('history_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('superseded_by', models.UUIDField()),
                ('superseded_how', models.CharField(max_length=1)),
                ('number', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='documents.outgoing')),
                ('organization', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='register.organization')),
            ],
            options={
                'db_table': 'documents_delivery_history',
                'ordering': ['history_id'],
            },
        ),
        migrations.CreateModel(
            name='Delivery',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('entry', models.UUIDField(editable=False)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('recipient', thenchot.ground.basis.models.fields.VietnameseField()),
                ('channel', models.TextField(choices=[('giay', 'Bản giấy'), ('mang', 'Mạng của Đảng'), ('thu_dien_tu', 'Thư điện tử công vụ')])),
                ('sent_on', models.DateField()),
                ('received_on', models.DateField(blank=True, null=True)),
                ('number', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='deliveries', to='documents.outgoing')),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.organization')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('number', 'recipient', 'channel'), name='delivery_once_each_way'), models.CheckConstraint(condition=models.Q(models.Q(('recipient', ''), _negated=True), ('channel__in', ['giay', 'mang', 'thu_dien_tu']), models.Q(('received_on', None), ('received_on__gte', models.F('sent_on')), _connector='OR')), name='delivery_is_whole')],
            },
        ),
        Protect("delivery"),
        Wall("delivery", right="documents.xem", units=("organization",)),
    ]
