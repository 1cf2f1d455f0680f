"""Tài khoản — our own user model from the first migration."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from thenchot.ground.register.models import Person


class Account(AbstractBaseUser):
    """Tài khoản — a name to sign in with; may belong to a person of the register."""

    PRIVACY: ClassVar[dict[str, str]] = {"username": "co_ban", "password": "nhay_cam"}
    USERNAME_FIELD = "username"

    username = models.CharField(max_length=150, unique=True)
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True)
    is_active = models.BooleanField(default=True)

    objects = BaseUserManager["Account"]()

    def __str__(self) -> str:
        return self.username
