"""Tệp báo cáo — one report as JSON, XLSX, DOCX and PDF, all of the same sheet."""
