"""What is derived from the text: units, sections, numbers, mentions, print pages, the transcription of the source.

To be called: every module; none of them makes HTML.
"""
