"""The story as rows of words, with what is known of each; people, dates and events are found on them."""
