"""How long and how much: a selection may be huge, and its owner frozen."""

PATIENCE = 0.4
"""Seconds until a program that doesn't answer is given up."""

MOST_BYTES = 16_384
"""Of a marked text; a number beyond is not what was meant."""
