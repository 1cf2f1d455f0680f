"""Máy chủ PostgreSQL của mình — started, reused and stopped by our own small launcher."""
