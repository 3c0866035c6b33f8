"""What is particular to a language: one package each."""
