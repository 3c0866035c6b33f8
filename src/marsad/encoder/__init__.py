"""The learned reader as a network: text to pieces, pieces to what the heads say, and vectors of sentences."""
