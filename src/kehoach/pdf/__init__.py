"""PDF files from our Word files, and what can be told from their pages."""
