"""What changed between two versions: facts, text, and the documents of units."""
