"""The promises of the guide, held to the real content and the real site."""
