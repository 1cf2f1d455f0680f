import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from thenchot.ground.basis.migrations.operations import LetWrite


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0010_roles_with_positions_and_numbers'),
    ]

    operations = [
        migrations.CreateModel(
            name='Upload',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('form', models.TextField()),
                ('name', models.TextField()),
                ('content', models.BinaryField()),
                ('told', models.JSONField()),
                ('saved_at', models.DateTimeField()),
                ('account', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='uploads', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('account', 'form'), name='upload_one_of_a_form'), models.CheckConstraint(condition=models.Q(('form__startswith', '/')), name='upload_of_an_address')],
            },
        ),
        LetWrite("upload"),
    ]
