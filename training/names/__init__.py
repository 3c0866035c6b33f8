"""Builds and measures the tables by which names are compared across scripts (``marsad.linking.names``)."""
