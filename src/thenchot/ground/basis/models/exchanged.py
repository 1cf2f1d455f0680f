"""Ngày hoán đổi — days a notice takes off or has worked, beyond the public holidays by law."""

from django.db import models

from thenchot.ground.basis.models.instrument import Instrument
from thenchot.ground.basis.models.kept import Kept, keeps_history, no_privacy
from thenchot.ground.basis.models.seen import Seen, SeenQuerySet


@keeps_history
class ExchangedDay(Kept):
    """Ngày hoán đổi — one day, worked or off as `basis` says, for the whole office."""

    SEEN = Seen()
    PRIVACY = no_privacy("day", "works", "basis")

    day = models.DateField()
    works = models.BooleanField()
    basis = models.ForeignKey(Instrument, models.PROTECT, related_name="+")

    objects = SeenQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["day"], name="exchanged_day_once")]

    def __str__(self) -> str:
        return f"{self.day:%d/%m/%Y}"
