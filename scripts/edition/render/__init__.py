"""Rendering of the data: the blocks of pages, one module each, and complete pages.

To be called: `blocks.block`, `whole_pages.convert` and `page_context.page_context`.
"""
