from django.db import migrations

from thenchot.ground.basis.migrations.operations.emptying import Empties

HEAD = (
    "abstract", "addressee", "recipients", "proposal", "grounds", "opinions_told", "differences",
)  # fmt: skip
PIECE = ("title", "issuer", "words", "reason")
PARTS = (
    ("drafting.DraftVersion", ("text", "note")),
    ("drafting.DraftOpinion", ("opinion",)),
    ("drafting.DraftStep", ("words",)),
    ("drafting.SubmissionPiece", PIECE),
)


class Migration(migrations.Migration):
    """The drafts of a paper go with it; one that has not become a paper goes by an act of its own."""

    dependencies = [
        ("documents", "0016_emptying"),
        ("drafting", "0007_submission_pieces"),
    ]

    operations = [
        Empties("remove_draft", "drafting.DraftPaper", HEAD, paths=("",)),
        Empties("remove_paper", "drafting.DraftPaper", HEAD, paths=("number.basis",)),
        *(Empties("remove_draft", model, columns, paths=("draft",)) for model, columns in PARTS),
        *(
            Empties("remove_paper", model, columns, paths=("draft.number.basis",))
            for model, columns in PARTS[:-1]
        ),
        Empties("remove_paper", "drafting.SubmissionPiece", PIECE, paths=("draft.number.basis", "paper")),
    ]
