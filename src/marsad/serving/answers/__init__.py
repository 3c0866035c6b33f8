"""From what the store gives to what the API answers with."""
