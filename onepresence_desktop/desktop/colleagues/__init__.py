"""The search page: all colleagues with their live state, searched as one types."""
