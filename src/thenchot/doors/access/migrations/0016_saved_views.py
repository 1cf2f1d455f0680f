import django.db.models.deletion
import django.db.models.functions.text
import thenchot.ground.basis.models.fields
from django.conf import settings
from django.db import migrations, models

from thenchot.ground.basis.migrations.operations import LetWrite


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0015_roles_with_relations'),
    ]

    operations = [
        migrations.CreateModel(
            name='SavedView',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('page', models.TextField()),
                ('name', thenchot.ground.basis.models.fields.VietnameseField()),
                ('query', models.TextField()),
                ('account', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='saved_views', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(models.F('account'), models.F('page'), django.db.models.functions.text.Upper('name'), name='saved_view_one_of_a_name'), models.CheckConstraint(condition=models.Q(('page__startswith', '/'), models.Q(('name', ''), _negated=True), models.Q(('query', ''), _negated=True)), name='saved_view_is_whole')],
            },
        ),
        LetWrite("savedview"),
    ]
