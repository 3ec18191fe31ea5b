"""Edits made in Word, brought home to the lines of YAML that they came from."""
