"""The ground floor: what every room needs and no room's subject."""
