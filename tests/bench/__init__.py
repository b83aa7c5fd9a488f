"""What the project promises in numbers, measured in one run and printed as one table."""
