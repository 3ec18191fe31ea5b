"""Last year's plan as the draft for another year."""
