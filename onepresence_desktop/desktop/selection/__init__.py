"""What is marked in the program in front, read without touching the clipboard (spec 4.2)."""
