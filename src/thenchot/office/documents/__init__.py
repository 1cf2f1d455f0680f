"""Văn bản — number series, registers of papers that come and go, directions, citations."""
