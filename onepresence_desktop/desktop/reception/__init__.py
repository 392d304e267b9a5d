"""The reception: who waits, whom they want, and handing them on."""
