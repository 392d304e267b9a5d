"""Servers of the company that speak HTTP and WebDAV (RFC 4918): which addresses are asked, and answers with bounds."""
