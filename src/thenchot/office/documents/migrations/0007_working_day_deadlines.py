from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('basis', '0010_exchanged_days'),
        ('documents', '0006_shelf'),
        ('register', '0011_how_posts_are_held'),
    ]

    operations = [
        migrations.AddField(
            model_name='assignment',
            name='due_days',
            field=models.SmallIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='assignmenthistory',
            name='due_days',
            field=models.SmallIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='incoming',
            name='due_days',
            field=models.SmallIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='incominghistory',
            name='due_days',
            field=models.SmallIntegerField(blank=True, null=True),
        ),
        migrations.AddConstraint(
            model_name='assignment',
            constraint=models.CheckConstraint(condition=models.Q(('due_days', None), models.Q(('due_days__gte', 1), ('due_on__isnull', False)), _connector='OR'), name='assignment_days_lead_to_a_day'),
        ),
        migrations.AddConstraint(
            model_name='incoming',
            constraint=models.CheckConstraint(condition=models.Q(('due_days', None), models.Q(('due_days__gte', 1), ('due_on__isnull', False)), _connector='OR'), name='incoming_days_lead_to_a_day'),
        ),
    ]
