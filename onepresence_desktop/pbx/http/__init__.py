"""How connections come in: doors, places, deadlines. What is said over them is the API's."""

from onepresence_desktop.pbx.left_out import left_out

# uvicorn's own command line, and the library that it is made with.
with left_out("uvicorn.main", Server=None, main=None, run=None):
    import uvicorn as _uvicorn  # noqa: F401
