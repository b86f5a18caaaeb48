"""What the organisation must be able to show: breaches, the register, the impact assessment, processors."""
