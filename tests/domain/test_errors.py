"""The tree of refusals."""

from onepresence_desktop.domain import errors


def test_every_error_has_a_code_of_its_own() -> None:
    def classes(root: type[errors.OnePresenceError]) -> list[type[errors.OnePresenceError]]:
        return [root] + [c for child in root.__subclasses__() for c in classes(child)]

    everything = classes(errors.OnePresenceError)
    assert len({c.code for c in everything}) == len(everything)
    assert set(errors.by_code().values()) == set(everything)


def test_the_tree_in_the_docstring_is_the_tree() -> None:
    assert errors.__doc__ is not None
    for code, kind in errors.by_code().items():
        assert kind.__name__ in errors.__doc__
        if not kind.__subclasses__():
            assert code in errors.__doc__


def test_an_error_tells_its_code_and_details_and_is_what_it_is() -> None:
    assert str(errors.NotSignedIn()) == "not_signed_in"
    assert str(errors.Invalid(field="to", problem="empty")) == "invalid (field=to, problem=empty)"
    assert errors.Throttled(retry_after=3).details == {"retry_after": 3}
