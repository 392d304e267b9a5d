"""OnePresence Desktop: colleagues, diversions, voicemail and click-to-call on the company's telephone system."""

__version__ = "0.1.0"
