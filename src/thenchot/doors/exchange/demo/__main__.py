"""`python -m thenchot.doors.exchange.demo [members]` — load the demo into a demo folder, once."""

import sys

import django
from django.conf import settings

django.setup()

from django.db import connection  # noqa: E402
from django.utils.translation import gettext  # noqa: E402
from rich.console import Console  # noqa: E402
from rich.progress import Progress  # noqa: E402

from thenchot.doors.exchange.demo.load import load_province  # noqa: E402
from thenchot.doors.exchange.demo.shape import PROVINCE, world_of  # noqa: E402


def main(members: int) -> None:
    """A load that is cut off is begun again from nothing, so no single act has to reach the disk."""
    with connection.cursor() as cursor:
        cursor.execute("SET synchronous_commit = off")
    shape = world_of(members) if members else PROVINCE
    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(gettext("Đang nạp dữ liệu mô phỏng…"), total=None)
        load_province(
            settings.OFFICE_DAY(), shape,
            lambda done, of: progress.update(task, completed=done, total=of),
        )  # fmt: skip


if settings.DEMO:
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 0)
