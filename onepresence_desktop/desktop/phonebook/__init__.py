"""The section of contacts: the user's own, the company's, and favourites of both sorts (spec 8)."""
