import django.contrib.postgres.fields
import django.contrib.postgres.indexes
from django.db import migrations, models

from thenchot.ground.basis.migrations.operations import run_file


class Migration(migrations.Migration):

    dependencies = [
        ('basis', '0008_registers'),
    ]

    operations = [
        migrations.CreateModel(
            name='FileText',
            fields=[
                ('sha256', models.CharField(max_length=64, primary_key=True, serialize=False)),
                ('table', models.BooleanField()),
                ('text', models.TextField()),
                ('words', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
            ],
            options={
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('sha256__regex', '^[0-9a-f]{64}$')), name='file_text_of_a_mark'),
                ],
            },
        ),
        migrations.CreateModel(
            name='PaperWords',
            fields=[
                ('paper', models.BigIntegerField(primary_key=True, serialize=False)),
                ('title', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('words', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('listed', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), null=True, size=None)),
            ],
        ),
        migrations.AddIndex(
            model_name='instrument',
            index=models.Index(fields=['file_sha256'], name='instrument_by_file'),
        ),
        migrations.AddIndex(
            model_name='paperwords',
            index=django.contrib.postgres.indexes.GinIndex(fields=['title'], name='paper_by_title'),
        ),
        migrations.AddIndex(
            model_name='paperwords',
            index=django.contrib.postgres.indexes.GinIndex(fields=['words'], name='paper_by_words'),
        ),
        migrations.AddIndex(
            model_name='paperwords',
            index=django.contrib.postgres.indexes.GinIndex(fields=['listed'], name='paper_by_listed_words'),
        ),
        run_file(__file__, "texts"),
    ]
