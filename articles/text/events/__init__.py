"""What a story tells as happening: kind, name, day, place and participants."""
