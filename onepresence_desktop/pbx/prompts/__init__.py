"""What the PBX says, in Danish, Swedish and English."""
