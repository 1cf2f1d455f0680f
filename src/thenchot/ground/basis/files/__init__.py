"""Tệp được đưa lên — opened and judged by a child process with little time and memory."""
