"""Gỡ khẩn cấp — what should never have come here is taken away for good; the line says nothing of it."""

from django.db import connection, transaction

from thenchot.ground.basis.acts.act import OpenAct, act
from thenchot.ground.basis.attached import drop_file, drop_unnamed
from thenchot.ground.basis.models import FileText, Instrument, models_naming_files
from thenchot.ground.basis.words import Right
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark


@act(needs=Right.REGISTER_INSTRUMENT, phrase=mark("Gỡ khẩn cấp một tệp"))
def remove_paper_file(act: OpenAct, *, instrument: int) -> int:
    """Gỡ khẩn cấp tệp — the file is deleted for good from whatever paper names it.

    The same content may stand behind papers of any unit, so it takes the right in the whole office.
    Backups made before still hold it: docs/install.md, 10.
    """
    act.touches_office()
    found = Instrument.objects.filter(pk=instrument).first()
    if found is None:
        act.refuse(Reason(mark("Không có văn bản này trong sổ."), field="instrument"))
    digest = found.file_sha256
    act.refuse_if([] if digest else [Reason(mark("Văn bản này không có tệp."), field="instrument")])
    forget_file(act, digest)
    return found.pk


@act(needs=Right.REGISTER_INSTRUMENT, phrase=mark("Gỡ khẩn cấp một văn bản"))
def remove_paper(act: OpenAct, *, instrument: int) -> int:
    """Gỡ khẩn cấp văn bản — its file and every word said of it, in live and former rows and in the journal.

    Its number, issuer and day stay, so that no register has a gap; so do facts and dossiers recorded by it. One that
    has left the register, by being taken back, is emptied where it still stands in history. Its drafts go, with every
    other paper they became (a number cancelled, another given).
    """
    act.touches_office()
    found = Instrument.objects.filter(pk=instrument).first()
    if found is None and not Instrument.History.objects.filter(id=instrument).exists():
        act.refuse(Reason(mark("Không có văn bản này trong sổ."), field="instrument"))
    empty_words(act, instrument)
    return instrument


def empty_words(act: OpenAct, asked: int) -> None:
    """Làm trống — files and words of all that the areas have declared for this act
    (`migrations/operations/emptying.py`), with the files of forms not sent yet."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT basis_files_to_empty(%s)", [asked])
        for digest in cursor.fetchone()[0]:
            forget_file(act, digest)
        cursor.execute("SELECT basis_empty(%s)", [asked])
        drop_unnamed(cursor.fetchone()[0])


def forget_file(act: OpenAct, digest: str) -> None:
    """Xóa hẳn một tệp — from every row that names it, with its text; it is gone once the act stands.

    Takes the right of the act in the whole office, since rows of any unit may name the same content.
    """
    for model in models_naming_files():
        rows = model._default_manager.select_for_update(no_key=True, of=("self",))
        for each in rows.filter(file_sha256=digest):
            each.file_sha256, each.entry = "", act.entry
            each.save()
    FileText.objects.filter(sha256=digest).delete()
    transaction.on_commit(lambda: drop_file(digest))
