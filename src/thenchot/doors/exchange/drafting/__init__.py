"""Dự thảo thành tệp — as it will be printed, as a document to edit, the leader's one page."""
