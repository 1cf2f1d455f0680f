"""Câu hỏi về tài khoản — who holds what, and who may see a person's file, and why."""
