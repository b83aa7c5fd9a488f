"""The core of the guide: content in YAML becomes pages. It knows no site generator."""
