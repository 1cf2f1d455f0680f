"""Chữ trong tệp — the text of kept files, and the words papers are found by."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models

from thenchot.ground.basis.models.kept import no_privacy
from thenchot.ground.basis.words import Privacy


class FileText(models.Model):
    """Chữ của tệp — of the file with this SHA-256, blanks made one; gone with the file.

    `table`: an XLSX or CSV, which may list people, so that seeing the paper is not enough. `pages_read`: of how
    many first pages, where it was not read to the end in the time and room there is; 0: letters ran out.
    """

    PRIVACY = no_privacy("sha256", "table", "pages_read") | dict.fromkeys(
        ("text", "words"), Privacy.BASIC
    )

    sha256 = models.CharField(max_length=64, primary_key=True)
    table = models.BooleanField()
    text = models.TextField()
    words = ArrayField(models.TextField())
    pages_read = models.IntegerField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(pages_read=None) | models.Q(pages_read__gte=0),
                name="file_text_counts_pages_read",
            ),
            models.CheckConstraint(
                condition=models.Q(sha256__regex="^[0-9a-f]{64}$"), name="file_text_of_a_mark"
            ),
        ]

    def __str__(self) -> str:
        return self.sha256


class PaperWords(models.Model):
    """Từ của văn bản — a projection kept by triggers (`migrations/sql/texts.sql`); nobody else writes it.

    `title`: of number, issuer and abstract; `words`: these and those of its file; `listed` instead
    where the file is a table. `placed`: the year times 400 and the day of the year, 0 where none is known.
    """

    PRIVACY = no_privacy("paper", "placed") | dict.fromkeys(
        ("title", "words", "listed"), Privacy.BASIC
    )

    paper = models.BigIntegerField(primary_key=True)
    title = ArrayField(models.TextField())
    words = ArrayField(models.TextField())
    listed = ArrayField(models.TextField(), null=True)
    placed = models.IntegerField()

    class Meta:
        indexes = [
            GinIndex(fields=["title"], name="paper_by_title"),
            GinIndex(fields=["words"], name="paper_by_words"),
            GinIndex(fields=["listed"], name="paper_by_listed_words"),
        ]

    def __str__(self) -> str:
        return str(self.paper)
