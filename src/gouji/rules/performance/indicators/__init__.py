"""绩效指标, in whatever form they stand: units, operators, values, levels, sets."""
