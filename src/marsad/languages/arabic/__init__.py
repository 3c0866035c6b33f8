"""Arabic: letters, clitics, words, numbers, dates."""
