"""Tài khoản — our own user model from the first migration."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from thenchot.ground.basis.models import no_privacy
from thenchot.ground.basis.words import Privacy
from thenchot.ground.register.models import Person


class Account(AbstractBaseUser):
    """Tài khoản — a name to sign in with; may belong to a person of the register."""

    PRIVACY = no_privacy("id", "last_login", "is_active") | {
        "username": Privacy.BASIC,
        "person": Privacy.BASIC,
        "password": Privacy.SENSITIVE,
    }
    USERNAME_FIELD = "username"

    username = models.CharField(max_length=150, unique=True)
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True)
    is_active = models.BooleanField(default=True)

    objects = BaseUserManager["Account"]()

    def __str__(self) -> str:
        return self.username
