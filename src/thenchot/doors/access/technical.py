"""Bảng kỹ thuật — the closed list of tables written outside acts, each with reason and writer."""

TECHNICAL_TABLES: dict[str, tuple[str, str]] = {
    "django_migrations": ("which migrations ran", "owner"),
    "django_content_type": ("names of models, made by migrations", "owner"),
    "auth_permission": ("Django's own rights, unused, made by migrations", "owner"),
    "auth_group": ("Django's own groups, unused", "owner"),
    "auth_group_permissions": ("Django's own groups, unused", "owner"),
    "access_account": ("accounts; acts over them come with the access issue", "owner"),
    "basis_journalentry": ("the journal itself", "database functions"),
    "basis_journalchange": ("the journal itself", "database functions"),
    "basis_chainhead": ("the journal itself", "database functions"),
    "register_closure": ("the tree through time, a projection of its edges", "database functions"),
    "members_seat": ("memberships ready to count, a projection", "database functions"),
    "basis_onetimekey": ("one-time keys, kept 30 days", "web role, inside the act's transaction"),
}
