"""Labelled corpora → examples, one file a corpus; each says what its labels mean and what of it is left out."""
