"""The roof: home pages, the attention list, search, navigation, set-up."""
