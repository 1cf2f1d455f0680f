"""Cây tổ chức thành bản in."""
