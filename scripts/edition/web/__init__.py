"""What pages are made with: the templates in overrides/, and the style sheets and scripts that pages load.

To be called: `templates.render`, `templates.common` and `templates.localized`, and `assets`.
"""
