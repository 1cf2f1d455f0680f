"""Tệp bản mô tả vị trí việc làm — the official form as DOCX and PDF, both of the same sheet."""
