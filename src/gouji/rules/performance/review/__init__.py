"""Rules on what others put beside a body's own figures: the review of targets, the review of a self-evaluation."""
