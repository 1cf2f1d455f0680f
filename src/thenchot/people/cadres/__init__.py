"""Cán bộ — decisions on organization, personnel, training and salary."""
