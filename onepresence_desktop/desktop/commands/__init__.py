"""One program per profile, and what scripts and desktop shortcuts can ask of it (spec 4.5, 13.4)."""
