"""Word's own format: the only modules that know XML."""
