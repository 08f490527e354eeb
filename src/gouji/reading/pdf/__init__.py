"""Born-digital PDF → the ink of its pages."""
