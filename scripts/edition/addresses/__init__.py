"""Where things live: the cards of units and sections, and the addresses that have been retired.

To be called: `cards.cards` and `redirects`.
"""
