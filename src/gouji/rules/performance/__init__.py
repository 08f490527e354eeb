"""绩效: target forms, project tables, applications, and the indicators in any of them."""
