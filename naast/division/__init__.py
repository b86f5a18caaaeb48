"""Who does what between volunteers and professionals: patterns of responsibility, the table both sign, tensions."""
