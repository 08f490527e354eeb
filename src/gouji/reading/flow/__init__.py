"""What documents without fixed pages share: tables as they are marked up, boxes of many lines, whole paragraphs."""
