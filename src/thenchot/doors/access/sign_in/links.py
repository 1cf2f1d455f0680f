"""Đường dẫn dùng một lần — sets a first or forgotten password; given by hand, never sent by us."""

import secrets
from datetime import timedelta
from hashlib import sha256

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from thenchot.doors.access.models import Account, OneTimeLink

VALID_FOR = timedelta(hours=72)


def link_word(account: Account) -> str:
    """Từ của đường dẫn — /lien-ket/<word>, valid 72 hours; an earlier one of the account is void."""
    word = secrets.token_urlsafe(32)
    until = timezone.now() + VALID_FOR
    with transaction.atomic():
        OneTimeLink.objects.filter(account=account, used_at=None).delete()
        OneTimeLink.objects.create(account=account, digest=_digest(word), until=until)
    return word


def link_word_for(account: int) -> str:
    """Từ của đường dẫn — for an account by its number."""
    return link_word(Account.objects.get(pk=account))


def first_link_again() -> str | None:
    """Đường dẫn đầu tiên, lần nữa — while the only account that was opened never set a password.

    The answer of the first-run page may be lost on the way; nobody could give a link then.
    """
    opened = list(Account.objects.all()[:2])
    if len(opened) != 1 or opened[0].has_usable_password():
        return None
    return link_word(opened[0])


def account_of_link(word: str) -> Account | None:
    """Tài khoản của đường dẫn — None for a word that is unknown, over or used, all alike."""
    link = _usable(word).select_related("account").first()
    return link.account if link else None


def use_link(word: str) -> bool:
    """Dùng đường dẫn — once: of two at the same moment one gets False."""
    return _usable(word).update(used_at=timezone.now()) == 1


def _usable(word: str) -> QuerySet[OneTimeLink]:
    now = timezone.now()
    return OneTimeLink.objects.filter(digest=_digest(word), used_at=None, until__gt=now)


def _digest(word: str) -> bytes:
    return sha256(word.encode()).digest()
