"""The PBX service: the bundled backend that a company can also run on a server."""
