"""Phép về vị trí việc làm — what a description holds, what it must hold, how a person meets it."""
