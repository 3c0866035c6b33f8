"""Marsad reads Arabic reports on political violence into sourced claims."""
