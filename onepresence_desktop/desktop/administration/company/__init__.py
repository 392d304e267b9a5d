"""Company numbers: hours, holidays, what is said in each language, menus of keys (design, section 7.24)."""
