"""The page taken apart: title, dek, date, captions, byline and body told from each other and from furniture."""
