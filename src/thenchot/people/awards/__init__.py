"""Khen thưởng — party badges and commendations."""
