"""Một cách viết — papers known by number, issuer and day in whichever spelling; the database compares alike."""
