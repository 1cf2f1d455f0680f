"""Tham số của quy định — the limits regulations set, as dated facts."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from thenchot.ground.basis.models.constraints import TemporalKey
from thenchot.ground.basis.models.fact import Fact
from thenchot.ground.basis.models.fields import VietnameseField
from thenchot.ground.basis.models.kept import keeps_history, no_privacy
from thenchot.ground.basis.models.seen import Seen


@keeps_history
class Parameter(Fact):
    """Tham số — what a regulation (`basis`) sets for `key` while it is in force.

    `values` holds one whole number, or several where the regulation lists them (badge years);
    `clause` is the article; `verified` says whether the text itself was read.
    """

    SEEN = Seen()
    PRIVACY = no_privacy("key", "values", "clause", "verified")

    key = models.TextField()
    values = ArrayField(models.IntegerField())
    clause = VietnameseField()
    verified = models.BooleanField()

    class Meta:
        constraints = [
            TemporalKey("key", name="parameter_one_value_a_day"),
            models.CheckConstraint(
                condition=models.Q(values__len__gte=1), name="parameter_has_a_value"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.key} = {', '.join(map(str, self.values))}"
