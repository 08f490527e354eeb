"""Rules about published budgets: the tables of 部门预算 and 单位预算, each in itself and against the others."""
