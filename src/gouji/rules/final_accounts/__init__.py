"""部门决算: the ten public tables, each in itself and against the others."""
