"""Văn phòng — documents and work: built by later issues."""
