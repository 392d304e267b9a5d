"""How the words of the domain travel between the service and its clients: JSON over HTTP, events over SSE."""
