"""Trần — values of the office without Django: days, periods, numbers, names, the actor."""
