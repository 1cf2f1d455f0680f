import thenchot.ground.basis.models.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('basis', '0005_sight'),
        ('register', '0008_reach_and_walls'),
    ]

    operations = [
        migrations.AddField(
            model_name='personspell',
            name='ethnicity',
            field=thenchot.ground.basis.models.fields.VietnameseField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='personspell',
            name='hometown',
            field=thenchot.ground.basis.models.fields.VietnameseField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='personspellhistory',
            name='ethnicity',
            field=thenchot.ground.basis.models.fields.VietnameseField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='personspellhistory',
            name='hometown',
            field=thenchot.ground.basis.models.fields.VietnameseField(blank=True, null=True),
        ),
        migrations.AddConstraint(
            model_name='personspell',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('ethnicity', ''), _negated=True), models.Q(('hometown', ''), _negated=True)), name='person_origin_is_said_or_open'),
        ),
    ]
