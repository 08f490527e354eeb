"""What was read and found, put into words: text for people, JSON for programs, a page for the browser."""
