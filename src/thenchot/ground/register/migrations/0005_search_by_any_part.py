import django.contrib.postgres.indexes
from django.contrib.postgres.operations import TrigramExtension
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('basis', '0002_journal'),
        ('register', '0004_succession_and_tier'),
    ]

    operations = [
        TrigramExtension(),
        migrations.AlterField(
            model_name='personspell',
            name='search_key',
            field=models.TextField(),
        ),
        migrations.AddIndex(
            model_name='personspell',
            index=django.contrib.postgres.indexes.GinIndex(fields=['search_key'], name='person_by_any_part', opclasses=['gin_trgm_ops']),
        ),
    ]
