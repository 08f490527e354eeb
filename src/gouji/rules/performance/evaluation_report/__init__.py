"""部门整体支出绩效自评报告: money, averages, scores and counts, in its tables and in its sentences."""
