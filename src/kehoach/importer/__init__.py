"""From any office's Word file to a plan: reads, guesses, writes YAML, and proves it by composing."""
