"""部门整体绩效目标申报表: its money, tasks and blocks."""
