"""Pictures of every screen, made by the program itself with its demo company: `make pictures`."""
