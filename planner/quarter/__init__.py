"""The quarter: hours spent against the plan, the rest planned again, next month's list, and what was learned."""
