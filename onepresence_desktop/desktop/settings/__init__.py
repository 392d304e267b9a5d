"""What the user decides: on this computer (`keys`) and on the server (password, voicemail)."""
