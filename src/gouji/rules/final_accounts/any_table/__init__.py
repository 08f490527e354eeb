"""Rules that look at any of the ten tables: codes and their names, empty tables, layout, what is carried forward."""
