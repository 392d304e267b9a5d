"""Divert my phone: the form, the sentence that says where calls go, and what runs and is to come."""
