"""What we look for and where people hear of it: vacancies on public pages, feeds, posters, channels."""
