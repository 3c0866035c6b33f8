"""The codebook: what is coded, and the words that call for it."""
