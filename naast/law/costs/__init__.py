"""What a volunteer may be paid back, by the law of the country and the day (spec/law 1.7, 2.1).

Pure: no rows, no clock. `figures` the dated amounts · `plausible` does a new one look right · `payments` what is
judged and the codes of a judgement · `years` what one person was paid in one year · `belgium` and `netherlands` their
rules · `judging` one payment after the other. Money is whole cents, never a float.
"""
