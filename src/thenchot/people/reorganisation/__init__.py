"""Sắp xếp tổ chức — a reorganisation written as a scheme, compared, decided as one act."""
