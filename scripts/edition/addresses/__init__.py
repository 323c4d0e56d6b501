"""Addresses: the cards of units and sections, and addresses that have been retired.

To be called: `cards.cards` and `redirects`.
"""
