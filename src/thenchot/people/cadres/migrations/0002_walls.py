from django.db import migrations

from thenchot.ground.basis.migrations.operations.wall import Wall


class Migration(migrations.Migration):

    dependencies = [
        ('cadres', '0001_initial'),
        ('register', '0008_reach_and_walls'),
    ]

    operations = [
        Wall("cadredecision", right="cadres.xem", units=("organization",), person="person", by="file"),
    ]
