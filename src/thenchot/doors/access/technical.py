"""Bảng kỹ thuật — the closed list of tables written outside acts, each with reason and writer."""

_FUNCTIONS = "database functions"
_SIGN_IN = "web role, while signing in"

TECHNICAL_TABLES: dict[str, tuple[str, str]] = {
    "django_migrations": ("which migrations ran", "owner"),
    "django_content_type": ("names of models, made by migrations", "owner"),
    "auth_permission": ("Django's own rights, unused, made by migrations", "owner"),
    "auth_group": ("Django's own groups, unused", "owner"),
    "auth_group_permissions": ("Django's own groups, unused", "owner"),
    "django_session": ("sessions", _SIGN_IN),
    "access_account": ("sign-in names and secrets; who holds them is a kept fact", _SIGN_IN),
    "access_throttle": ("failed guesses lately", _SIGN_IN),
    "access_draft": ("what was typed and not sent yet, kept 30 days", "web role, while typing"),
    "access_upload": (
        "lists handed in and not recorded yet, kept 30 days",
        "web role, while typing",
    ),
    "access_savedview": (
        "filters kept under a name, for the account alone",
        "web role, on request",
    ),
    "access_onetimelink": ("links that set a password once", _SIGN_IN),
    "access_tokensecret": ("marks of the secrets of API tokens", "web role, outside acts"),
    "account_emailaddress": ("the sign-in library's, unused", "owner"),
    "account_emailconfirmation": ("the sign-in library's, unused", "owner"),
    "mfa_authenticator": ("time codes, recovery codes and passkeys, encrypted", _SIGN_IN),
    "socialaccount_socialapp": ("the sign-in library's, unused", "owner"),
    "socialaccount_socialaccount": ("accounts at the office's own identity server", _SIGN_IN),
    "socialaccount_socialtoken": ("the sign-in library's, unused", "owner"),
    "basis_journalentry": ("the journal itself; it has a wall all the same", _FUNCTIONS),
    "basis_journalchange": ("the journal itself; it has a wall all the same", _FUNCTIONS),
    "basis_chainhead": ("the journal itself: a number and a hash", _FUNCTIONS),
    "basis_scope": ("what each actor reaches, asked by every policy", _FUNCTIONS),
    "basis_roleright": ("which rights a role carries, asked by every policy", "owner"),
    "basis_own": ("whose own file may be read, asked by policies", _FUNCTIONS),
    "basis_tie": ("which units have to do with a person, asked by policies", _FUNCTIONS),
    "basis_paperuse": ("where papers are used, asked by the wall round them", _FUNCTIONS),
    "basis_filetext": (
        "text of kept files, gone with them; it has a wall",
        "web role, when a file is kept",
    ),
    "basis_paperwords": ("the words papers are found by, a projection nobody reads", _FUNCTIONS),
    "members_seat": ("memberships ready to count, a projection; it has a wall", _FUNCTIONS),
    "register_closure": ("the tree through time, a projection of its edges", _FUNCTIONS),
    "register_reach": ("who answers for a unit on any day, a projection", _FUNCTIONS),
    "basis_onetimekey": ("one-time keys, kept 30 days", "web role, inside the act's transaction"),
}
