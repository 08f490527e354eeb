"""The checks: pure functions from reports to observations. `all_rules()` finds them, nothing registers itself."""

from gouji.rules.catalogue import all_rules, rule_named

__all__ = ["all_rules", "rule_named"]
