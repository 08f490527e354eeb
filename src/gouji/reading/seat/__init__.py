"""Grid + form → the model: one module per shape of form. Each offers `seat(grid, form, context) -> Seated`."""
