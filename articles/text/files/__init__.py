"""Bytes to text: encodings old and new, and web pages saved as files."""
