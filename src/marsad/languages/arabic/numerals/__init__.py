"""Arabic numerals as they are written, before anything is read from the words around them."""
