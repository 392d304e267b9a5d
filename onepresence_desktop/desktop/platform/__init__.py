"""What differs between systems: folders, keyring, child processes, links, start with the system."""
