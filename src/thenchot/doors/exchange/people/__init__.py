"""Tệp danh sách trích ngang — the page's list as XLSX, DOCX and PDF, all of the same sheet."""
