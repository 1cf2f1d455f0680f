from django.db import migrations

from thenchot.ground.basis.migrations.operations import run_file
from thenchot.ground.basis.migrations.operations.emptying import Empties

HEAD = (
    "abstract", "addressee", "recipients", "proposal", "grounds", "opinions_told", "differences",
)  # fmt: skip
PIECE = ("title", "issuer", "words", "reason")
PARTS = (
    ("drafting.DraftVersion", ("text", "note")),
    ("drafting.DraftOpinion", ("opinion",)),
    ("drafting.DraftStep", ("words",)),
    ("drafting.DraftPerson", ()),
    ("drafting.SubmissionPiece", PIECE),
)
OF_PAPER = "@drafting_drafts_of"


class Migration(migrations.Migration):
    """The drafts of a paper go with it, and every paper they ever became; one that is no paper goes by an act of its own."""

    dependencies = [
        ("documents", "0016_emptying"),
        ("drafting", "0007_submission_pieces"),
    ]

    operations = [
        run_file(__file__, "became"),
        Empties("remove_draft", "drafting.DraftPaper", HEAD, paths=("",)),
        Empties("remove_paper", "drafting.DraftPaper", HEAD, paths=(OF_PAPER,)),
        *(Empties("remove_draft", model, columns, paths=("draft",)) for model, columns in PARTS),
        *(
            Empties("remove_paper", model, columns, paths=(f"draft{OF_PAPER}",))
            for model, columns in PARTS[:-1]
        ),
        Empties("remove_paper", "drafting.SubmissionPiece", PIECE, paths=(f"draft{OF_PAPER}", "paper")),
    ]
