"""Templates from overrides/, and style sheets and scripts as pages load them.

To be called: `templates.render`, `templates.common` and `templates.localized`, and `assets`.
"""
