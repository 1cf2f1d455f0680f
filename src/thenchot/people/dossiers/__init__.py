"""Hồ sơ — lists of people, and one person's file: questions that need every area of the wing."""
