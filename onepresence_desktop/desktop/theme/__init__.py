"""How everything looks: colours, fonts, icons and the style, all from `resources/tokens.json`."""
