"""What each page shows: content and texts joined, ready for the templates."""
