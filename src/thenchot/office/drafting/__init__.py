"""Dự thảo — papers being written: versions, opinions, two checks, the leader's word, then a number."""
