"""The guide as data, for an app, a chatbot, or another site: one JSON file a language."""
