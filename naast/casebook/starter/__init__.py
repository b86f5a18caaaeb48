"""Our own starter set: cases, exercises, sheets and cards, written for this product (S0-4, S0-25, S0-53)."""
