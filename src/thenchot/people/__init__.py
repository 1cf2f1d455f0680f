"""Con người — members to congress: built by later issues."""
