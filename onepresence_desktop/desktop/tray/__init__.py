"""The icon in the system tray: own state, countdown, unread mark, and the menu."""
