"""What a text says: citations, dates, bodies and markers, found in its characters."""
