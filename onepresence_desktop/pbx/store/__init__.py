"""The database: SQLAlchemy Core over SQLite (one process) or PostgreSQL, and the recordings on disk."""
