"""Groups: who rings together or in turn, when, and who takes what nobody took (design, section 7.17)."""
