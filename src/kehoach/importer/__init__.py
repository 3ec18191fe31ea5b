"""From any office's Word file to a plan: read, guess, write YAML, and prove it by composing."""
