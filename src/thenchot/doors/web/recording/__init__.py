"""Ghi — the pages on which the acts of the register are done, each from one declaration."""
