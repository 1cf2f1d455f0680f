import django.contrib.postgres.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    """What was found when a paper that came was checked, before it got its number."""

    dependencies = [
        ("documents", "0014_typed_papers"),
    ]

    operations = [
        migrations.AddField(
            model_name='incoming',
            name='checked',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), blank=True, null=True, size=None),
        ),
        migrations.AddField(
            model_name='incominghistory',
            name='checked',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), blank=True, null=True, size=None),
        ),
        migrations.AddConstraint(
            model_name='incoming',
            constraint=models.CheckConstraint(condition=models.Q(('checked', None), ('checked', ['du']), models.Q(('checked__contained_by', ['thieu_dau', 'chu_ky_so', 'sai_noi_nhan', 'thieu_trang', 'thieu_phu_luc']), models.Q(('checked', []), _negated=True)), _connector='OR'), name='incoming_check_is_listed'),
        ),
    ]
