"""What a scan adds: how surely its figures were read, what else their ink may be, and reading them again."""
