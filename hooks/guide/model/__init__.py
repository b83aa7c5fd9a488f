"""What content may say: one frozen model for each kind of file in `content_src/`."""
