"""What the API answers with: the interchange records, and what stands around them on a page."""
