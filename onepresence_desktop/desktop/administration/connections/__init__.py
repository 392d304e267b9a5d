"""Connections to the company's servers: the tab, and the form of one."""
