"""Phép của hồ sơ — whom a list asks for, what a digest prints, how a life is told."""
