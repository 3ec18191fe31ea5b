"""kehoach: plans in YAML become official KẾ HOẠCH documents, and come back."""

__version__ = "0.1.0"
