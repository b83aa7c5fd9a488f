"""Figures keep what they claim, and stay light."""
