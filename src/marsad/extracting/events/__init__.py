"""Report → event claims."""
