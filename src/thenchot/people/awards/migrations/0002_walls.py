from django.db import migrations

from thenchot.ground.basis.migrations.operations.wall import Wall


class Migration(migrations.Migration):

    dependencies = [
        ('awards', '0001_initial'),
        ('register', '0008_reach_and_walls'),
    ]

    operations = [
        Wall("badge", right="awards.xem", person="person", by="file"),
        Wall("commendation", right="awards.xem", units=("organization",), person="person", by="file"),
    ]
