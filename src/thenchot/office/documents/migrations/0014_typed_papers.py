import thenchot.ground.basis.models.fields
from django.db import migrations, models

from thenchot.ground.basis.migrations.operations import run_file


class Migration(migrations.Migration):
    """A paper that whoever received it typed first becomes the organ's that issues it, when it gets its number."""

    dependencies = [
        ("documents", "0013_deliveries"),
    ]

    operations = [
        migrations.AddField(
            model_name='incoming',
            name='typed_kind',
            field=models.TextField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='incoming',
            name='typed_abstract',
            field=thenchot.ground.basis.models.fields.VietnameseField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='incominghistory',
            name='typed_kind',
            field=models.TextField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='incominghistory',
            name='typed_abstract',
            field=thenchot.ground.basis.models.fields.VietnameseField(blank=True, null=True),
        ),
        migrations.AddConstraint(
            model_name='incoming',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('typed_abstract', None), ('typed_kind', None)), models.Q(('typed_kind__in', ['quyet_dinh', 'nghi_quyet', 'ke_hoach', 'de_an', 'ket_luan', 'thong_bao', 'bao_cao', 'bien_ban', 'quy_dinh', 'huong_dan', 'dieu_le', 'danh_sach_ban_giao', 'chi_thi', 'quy_che', 'thong_tri', 'chuong_trinh', 'phuong_an', 'du_an', 'to_trinh', 'cong_van', 'giay_moi', 'ban_sao', 'luat', 'nghi_dinh', 'thong_tu', 'cong_dien', 'khac']), models.Q(('typed_abstract', ''), _negated=True)), _connector='OR'), name='incoming_typed_words_are_whole'),
        ),
        run_file(__file__, "typed_papers"),
    ]
