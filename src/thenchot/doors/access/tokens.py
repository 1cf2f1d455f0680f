"""Dùng khóa truy cập — its secret taken by the holder, and the Actor a request with it becomes."""

import secrets
from dataclasses import replace
from datetime import date
from hashlib import sha256

from django.db import connection
from django.db.models import Q

from thenchot.doors.access.actor import actor_of
from thenchot.doors.access.models import TokenSecret
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.text import mark

LONGEST = 200


def new_secret(token: int) -> str:
    """Chữ của khóa — told once; an earlier one opens nothing any more."""
    secret = secrets.token_urlsafe(32)
    TokenSecret.objects.update_or_create(
        token_id=token, defaults={"digest": _digest(secret), "last_used_on": None}
    )
    return secret


def actor_of_token(secret: str, day: date) -> Actor | None:
    """Người thực hiện theo khóa — the account's rights that the token names, and no own file.

    None for a secret that is unknown or over, and where the account itself may do none of it today.
    """
    if not 0 < len(secret) <= LONGEST:
        return None
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM access_token(%s, %s)", [_digest(secret), day])
        found = cursor.fetchone()
    if found is None:
        return None
    token, account, name, named = found
    holder = actor_of(account, None, day)
    rights = {right: reach for right, reach in holder.rights.items() if right in named}
    if not rights:
        return None
    unnoted = Q(last_used_on=None) | Q(last_used_on__lt=day)
    TokenSecret.objects.filter(unnoted, token=token).update(last_used_on=day)
    printed = mark("{holder} (khóa «{token}»)").format(holder=holder.printed_name, token=name)
    return replace(holder, rights=rights, printed_name=printed, person=None, types_for=())


def _digest(secret: str) -> bytes:
    return sha256(secret.encode(errors="replace")).digest()
