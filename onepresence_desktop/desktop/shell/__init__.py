"""The window: left column, top field, pages, key hints. It knows no session; `presenter` joins the two."""
