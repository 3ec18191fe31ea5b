"""A round of comments: Word files that came back, gathered into one table of opinions."""
