"""Report → claims."""
