"""项目支出绩效自评表: money, scores, and the reasons given for what was missed."""
