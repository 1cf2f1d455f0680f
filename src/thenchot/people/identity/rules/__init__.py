"""Phép nhận biết con người — pure checks over plain values."""
