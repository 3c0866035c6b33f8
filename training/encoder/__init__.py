"""Builds the learned reader: from the encoder's published weights and labelled sentences to the files the package ships."""
